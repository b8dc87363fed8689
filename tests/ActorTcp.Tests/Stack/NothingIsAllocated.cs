using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>Design, rule 3: no allocation per packet.</summary>
public sealed class NothingIsAllocated
{
    [Theory, InlineData("10.1.0.1:7", "10.2.0.1:0"), InlineData("[fd01::1]:7", "[fd02::1]:0")]
    public void For_a_packet_of_an_established_connection(string remote, string local)
    {
        var network = new VirtualNetwork();
        var (server, client) = (network.Join(Hosts.ServerPrefixes), network.Join(Hosts.ClientPrefixes));
        server.Listen(7, new Echo());
        var ball = new PingPong();
        client.Connect(remote, local, ball);
        Func<bool> warm = () => ball.Rounds >= 1000;
        Func<bool> done = () => ball.Rounds >= 5000;
        network.Run(warm);
        var (before, packets) = (GC.GetAllocatedBytesForCurrentThread(), network.PacketsSent);
        network.Run(done);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.InRange(network.PacketsSent - packets, 8000, 12_000);
    }

    private sealed class PingPong : InlineProtocol
    {
        public int Rounds { get; private set; }

        public override void Opened(InlineConnection connection) => connection.Send("ball"u8);

        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
        {
            Rounds++;
            return connection.Send(text);
        }
    }
}
