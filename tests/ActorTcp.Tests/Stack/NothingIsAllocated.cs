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
        var goal = 1000;
        Func<bool> reached = () => ball.Rounds >= goal;
        network.Run(reached);

        // What the runtime itself allocates now and then, as when it compiles a hot method anew, comes once; what a packet allocates comes with each.
        var allocated = new long[5];
        var sent = network.PacketsSent;
        for (var i = 0; i < allocated.Length; i++)
        {
            goal += 1000;
            var before = GC.GetAllocatedBytesForCurrentThread();
            network.Run(reached);
            allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated.Min());
        Assert.InRange(network.PacketsSent - sent, 5 * 2000, 5 * 3000);
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
