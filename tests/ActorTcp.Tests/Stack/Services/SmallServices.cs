using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

public sealed class SmallServices
{
    [Fact]
    public void Daytime_tells_the_time_in_one_line_and_closes() =>
        Assert.Equal("2000-01-01T00:00:00Z\r\n", new ServiceCall(stack => new Daytime(stack.Options.Time)).ToTheEnd(new Caller()).Heard);

    [Fact]
    public void Hello_speaks_first_and_closes_though_the_client_speaks_too() =>
        Assert.Equal("Grüß Gott\r\n", new ServiceCall(_ => new Hello("Grüß Gott")).ToTheEnd(new Caller("who is there?")).Heard);

    [Fact]
    public void Hello_may_be_longer_than_the_send_buffer()
    {
        var text = new string('x', 400_000);
        Assert.Equal(text + "\r\n", new ServiceCall(_ => new Hello(text)).ToTheEnd(new Caller()).Heard);
    }

    [Fact]
    public void Hello_finishes_for_a_client_who_has_closed_already()
    {
        var text = new string('x', 400_000);
        Assert.Equal(text + "\r\n", new ServiceCall(_ => new Hello(text)).ToTheEnd(new Caller("bye") { HangsUp = true }).Heard);
    }

    [Fact]
    public void Chargen_begins_with_the_lines_of_RFC_864_and_repeats_them_after_95()
    {
        var call = new ServiceCall(_ => new Chargen());
        var caller = call.Call(new Caller());
        call.Network.Run(() => caller.HeardOctets.Length > 200_000);
        var lines = caller.Heard.Split("\r\n");
        Assert.Equal(""" !"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefg""", lines[0]);
        Assert.Equal("""!"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\]^_`abcdefgh""", lines[1]);
        Assert.All(lines[..^1], line => Assert.Equal(72, line.Length));
        Assert.Equal(lines[0], lines[95]);
        Assert.NotEqual(lines[0], lines[94]);
    }

    [Fact]
    public void Chargen_stops_while_nobody_reads_and_ends_when_the_client_closes()
    {
        var call = new ServiceCall(_ => new Chargen());
        var caller = call.Call(new Caller { Patience = 100_000 });
        call.Network.Run(TimeSpan.FromSeconds(30));
        Assert.Equal(100_000, caller.HeardOctets.Length);
        caller.Connection.Abort();
        call.Network.Run(() => call.Server.Stack.Connections == 0);
        call.Server.AssertNothingIsLeft();
    }

    [Fact]
    public void Discard_forgets_and_echo_repeats()
    {
        Assert.Equal("", new ServiceCall(_ => new Discard()).ToTheEnd(new Caller("abc") { HangsUp = true }).Heard);
        Assert.Equal("abc", new ServiceCall(_ => new Echo()).ToTheEnd(new Caller("ab", "c") { HangsUp = true }).Heard);
    }

    [Fact]
    public void Close_closes_at_once() =>
        Assert.Equal("", new ServiceCall(_ => new Close()).ToTheEnd(new Caller()).Heard);
}
