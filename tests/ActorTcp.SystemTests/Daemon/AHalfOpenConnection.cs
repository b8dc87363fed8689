using System.Net.Sockets;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>RFC 9293 §3.5.1: one side has crashed, and the other finds out when it speaks.</summary>
public sealed class AHalfOpenConnection : IDisposable
{
    private readonly TestNamespace _namespace;

    public AHalfOpenConnection()
    {
        Needs.Namespaces();
        _namespace = TestNamespace.Create();
    }

    public void Dispose() => _namespace.Dispose();

    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Is_discovered_by_the_client_when_the_daemon_was_killed_and_came_back(string address)
    {
        var killed = Daemon.Start(_namespace);
        using var client = KernelClient.Connect(_namespace, address, 7);
        client.Exchange("hello");
        killed.Kill();
        var daemon = Daemon.Start(_namespace);

        client.Send("still there?"u8);

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
        using (var again = KernelClient.Connect(_namespace, address, 7))
        {
            Assert.Equal("hello again", again.Exchange("hello again"));
        }

        Assert.Equal(1, daemon.Stop()[Counter.ResetsOut]);
    }

    [Fact]
    public void Is_discovered_by_the_daemon_when_the_client_vanished_without_a_word()
    {
        Needs.Command("nft");
        var daemon = Daemon.Start(_namespace);
        using (var client = KernelClient.Connect(_namespace, "10.77.0.1", 19))
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

    private void Nft(string commands) => _namespace.Run("nft", commands).MustSucceed();
}
