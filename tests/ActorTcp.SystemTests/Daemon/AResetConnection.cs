using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 9293 §3.5.2 and §3.10.5: a side that has no more patience.</summary>
public sealed class AResetConnection : InANamespace
{
    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void By_the_client_is_gone_from_the_daemon(string address)
    {
        var daemon = Daemon.Start(Namespace);
        var client = KernelClient.Connect(Namespace, address, 7);
        client.Exchange("hello");

        client.Reset();

        var end = daemon.Stop();
        Assert.Equal((1, 1, 0), (end[Counter.ResetsIn], end[Counter.EstablishedResets], end[Counter.ResetsOut]));
        Assert.Equal(1, KernelCounters.Of(Namespace)["TcpOutRsts"]);
    }

    [Fact]
    public void By_the_client_in_the_middle_of_a_transfer_ends_it()
    {
        var daemon = Daemon.Start(Namespace);
        var client = KernelClient.Connect(Namespace, "10.77.0.1", 19);
        client.Receive(new byte[100_000]);

        client.Reset();

        var end = daemon.Stop();
        Assert.Equal(1, end[Counter.EstablishedResets]);
        Assert.DoesNotContain("at the deadline", end.Result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void By_the_daemon_is_reported_to_the_client()
    {
        var daemon = Daemon.Start(Namespace, "--drain", "0");
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
        client.Exchange("hello");

        var end = daemon.Stop();

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
        Assert.Equal(1, end[Counter.ResetsOut]);
        Assert.Equal(1, KernelCounters.Of(Namespace)["TcpEstabResets"]);
    }
}
