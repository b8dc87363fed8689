using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 9293 §3.6: one side has said all it had to say, the other goes on.</summary>
public sealed class AHalfClosedConnection : InANamespace
{
    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Still_brings_the_client_a_long_answer(string address)
    {
        var daemon = Daemon.Start(Namespace);
        using (var client = KernelClient.Connect(Namespace, address, 7))
        {
            client.Send(new byte[300_000]);
            client.Shutdown(SocketShutdown.Send);

            Assert.Equal(300_000, client.Drain());
        }

        var end = daemon.Stop();
        Assert.Equal((0, 0, 0), (end[Counter.ResetsOut], end[Counter.ResetsIn], end[Counter.TimeWaitEntered]));
    }

    [Fact]
    public void Still_takes_the_clients_text_when_the_daemon_has_closed_first()
    {
        var daemon = Daemon.Start(Namespace, "--service", "4000=close");
        using (var client = KernelClient.Connect(Namespace, "10.77.0.1", 4000))
        {
            Assert.Equal(0, client.Drain());
            client.Send(new byte[300_000]);
            client.Shutdown(SocketShutdown.Send);
        }

        var end = daemon.Stop();
        Assert.Equal((0, 0, 1), (end[Counter.ResetsOut], end[Counter.ResetsIn], end[Counter.TimeWaitEntered]));
        Assert.InRange(end[Counter.OctetsIn], 300_000, 350_000);
    }

    [Fact]
    public void Is_asked_over_by_nc_which_closes_before_the_page_comes()
    {
        Needs.Command("nc");
        Daemon.Start(Namespace);

        var page = Namespace.Run("sh", "-c", @"printf 'GET / HTTP/1.0\r\n\r\n' | nc -N -w 10 10.77.0.1 80").MustSucceed().Output;

        Assert.Contains(" 200 ", page, StringComparison.Ordinal);
    }
}
