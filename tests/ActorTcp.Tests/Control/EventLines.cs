using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorTcp.Control;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Control;

/// <summary>The event log says what happens, one JSON object on a line.</summary>
public sealed class EventLines
{
    private readonly LoneStack _stack = new();

    [Fact]
    public void Tell_the_life_of_a_connection()
    {
        var told = Follow(ConnectionFilter.All, () =>
        {
            _stack.Listen(new ListenOptions { Port = 80, Name = "close", Protocol = new Close() });
            var peer = _stack.Peer("10.9.0.1:1000");
            peer.Sends(Syn());
            peer.Next();
            _stack.Advance(TimeSpan.FromMilliseconds(2));
            peer.Sends(Ack(seq: 1, ack: 1));
            peer.Sends(FinAck(seq: 1, ack: 2));
        });

        const string Names = "\"id\":1,\"local\":\"10.1.0.1:80\",\"remote\":\"10.9.0.1:1000\",\"service\":\"close\"";
        Assert.Equal(
            [
                $"\"event\":\"opened\",{Names},\"active\":false}}",
                $"\"event\":\"established\",{Names},\"age\":0.002}}",
                $"\"event\":\"closed\",{Names},\"end\":\"closed\",\"cause\":\"fin-arrives\",\"left\":\"fin-wait-2\",\"age\":0.002}}",
            ],
            told.Select(line => line[line.IndexOf("\"event\"", StringComparison.Ordinal)..]));
        Assert.All(told, line => Assert.StartsWith("{\"at\":\"", line, StringComparison.Ordinal));
    }

    [Fact]
    public void Tell_why_a_connection_ended()
    {
        var told = Follow(ConnectionFilter.All, () =>
        {
            _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
            var reset = _stack.Peer("10.9.0.1:1000");
            reset.Connects();
            reset.Sends(Rst(seq: 1));
            _stack.Peer("10.9.0.2:1000").Sends(Syn());
            _stack.Advance(TimeSpan.FromMinutes(10));
        });
        Assert.Equal(
            [(ConnectionEnd.Reset, Cause.ResetArrives, TcpState.Established), (ConnectionEnd.TimedOut, Cause.UserTimeout, TcpState.SynReceived)],
            told.Select(Read).Where(line => line.Event == EventKind.Closed).Select(line => (line.End!.Value, line.Cause!.Value, line.Left!.Value)));
    }

    [Fact]
    public void Tell_drops_cookies_floods_and_switches()
    {
        var told = Follow(ConnectionFilter.All, () =>
        {
            var listener = _stack.Listen(new ListenOptions { Port = 80, Name = "page", Protocol = new Echo(), Policy = HalfOpenPolicy.Textbook, HalfOpenLimit = 1 });
            _stack.Peer("10.9.0.1:1000").Sends(Syn());
            _stack.Peer("10.9.0.2:1000").Sends(Syn());
            listener.SwitchAsync(HalfOpenPolicy.Cookies).Wait();
            _stack.Peer("10.9.0.3:1000").Sends(Syn());
        }).ConvertAll(Read);
        Assert.Contains(told, line => line is { Event: EventKind.Dropped, Counter: "half_open_limit_drops", Service: "page" } && line.Remote!.ToString() == "10.9.0.2:1000");
        Assert.Contains(told, line => line is { Event: EventKind.FloodBegun, Port: 80, Remote: null });
        Assert.Contains(told, line => line is { Event: EventKind.Switched, Port: 80, Former: HalfOpenPolicy.Textbook, Policy: HalfOpenPolicy.Cookies });
        Assert.Contains(told, line => line is { Event: EventKind.Cookie, Counter: "syn_cookies_sent" });
    }

    [Fact]
    public void Are_as_many_as_their_rate_allows_and_the_rest_is_counted()
    {
        var told = Follow(ConnectionFilter.All, perSecond: 10, act: () =>
        {
            _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
            for (var i = 0; i < 25; i++)
            {
                _stack.Peer($"10.9.0.{i}:1000").Sends(Syn());
            }

            _stack.Advance(TimeSpan.FromSeconds(1));
            _stack.Peer("10.9.1.1:1000").Sends(Syn());
        }).ConvertAll(Read);
        Assert.Equal(11, told.Count(line => line.Event == EventKind.Opened));
        Assert.Equal((EventKind.Suppressed, 15), (told[^1].Event, told[^1].Count));
    }

    [Fact]
    public void Are_those_that_a_filter_lets_through()
    {
        var told = Follow(ConnectionFilter.Parse("dst 10.9.0.2"), () =>
        {
            _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
            _stack.Peer("10.9.0.1:1000").Connects();
            _stack.Peer("10.9.0.2:1000").Connects();
        }).ConvertAll(Read);
        Assert.Equal([(2, EventKind.Opened), (2, EventKind.Established)], told.Select(line => (line.Id, line.Event)));
    }

    private static StackEvent Read(string line) => JsonSerializer.Deserialize(line, ControlJson.Default.StackEvent)!;

    private List<string> Follow(ConnectionFilter filter, Action act, int perSecond = 1000)
    {
        using var tap = new EventTap(_stack.Stack, filter, perSecond);
        _stack.Stack.AttachAsync(tap).Wait();
        act();
        var lines = new ArrayBufferWriter<byte>();
        while (tap.TryTell(lines))
        {
        }

        tap.TellEnd(lines);
        return [.. Encoding.UTF8.GetString(lines.WrittenSpan).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
