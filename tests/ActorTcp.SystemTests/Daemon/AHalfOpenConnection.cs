using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 9293 §3.5.1: one side has crashed, and the other finds out when it speaks.</summary>
public sealed class AHalfOpenConnection : InANamespace
{
    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Is_discovered_by_the_client_when_the_daemon_was_killed_and_came_back(string address)
    {
        var killed = Daemon.Start(Namespace);
        using var client = KernelClient.Connect(Namespace, address, 7);
        client.Exchange("hello");
        killed.Kill();
        var daemon = Daemon.Start(Namespace);

        client.Send("still there?"u8);

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
        using (var again = KernelClient.Connect(Namespace, address, 7))
        {
            Assert.Equal("hello again", again.Exchange("hello again"));
        }

        Assert.Equal(1, daemon.Stop()[Counter.ResetsOut]);
    }

    [Fact]
    public void Is_discovered_by_the_daemon_when_the_client_vanished_without_a_word()
    {
        Needs.Command("nft");
        var daemon = Daemon.Start(Namespace);
        using (var client = KernelClient.Connect(Namespace, "10.77.0.1", 19))
        {
            client.Receive(new byte[1000]);
            Nft("add table inet silence; add chain inet silence out { type filter hook output priority 0; policy drop; }");
        }

        Nft("delete table inet silence");

        // What chargen still wants to say comes to a kernel that knows nothing of it.
        var end = daemon.Stop();
        Assert.Equal((1, 1), (end[Counter.ResetsIn], end[Counter.EstablishedResets]));
        Assert.DoesNotContain("at the deadline", end.Result.Error, StringComparison.Ordinal);
    }

    private void Nft(string commands) => Namespace.Run("nft", commands).MustSucceed();
}
