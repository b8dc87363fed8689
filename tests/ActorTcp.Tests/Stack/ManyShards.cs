using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>Packets come out of any queue: whoever gets one that is not his hands it over, and nobody is reset.</summary>
public sealed class ManyShards
{
    [Theory, InlineData(1, 2), InlineData(3, 2), InlineData(4, 4)]
    public void Carry_every_stream_whole_although_packets_come_to_the_wrong_one(int clientShards, int serverShards)
    {
        const int Connections = 200;
        var network = new VirtualNetwork(seed: clientShards);
        var (server, client) = (network.Join(Hosts.ServerPrefixes, shards: serverShards), network.Join(Hosts.ClientPrefixes, shards: clientShards));
        var talker = new Talker(10_000, 10_000);
        server.Listen(80, talker);
        for (var i = 0; i < Connections; i++)
        {
            client.Connect(i % 2 == 0 ? "10.1.0.1:80" : "[fd01::1]:80", i % 2 == 0 ? "10.2.0.1:0" : "[fd02::1]:0", talker);
        }

        network.Run(() => talker.Ends == 2 * Connections);
        Assert.Empty(talker.Faults);
        Assert.Equal(2 * Connections, talker.EndsBy(ConnectionEnd.Closed));
        Assert.True(network.RunUntilIdle(TimeSpan.FromMinutes(5)));
        Assert.All([server, client], host =>
        {
            Assert.Equal(0, host.Stack.Count(Counter.ResetsOut));
            Assert.Equal(host.Stack.ShardCount > 1, host.Stack.Count(Counter.HandedOver) > 0);
            host.AssertNothingIsLeft();
        });
        Assert.Equal(server.Stack.Count(Counter.SegmentsIn), client.Stack.Count(Counter.SegmentsOut) + client.Stack.Count(Counter.SegmentsRetransmitted));
        Assert.All(server.Stack.Routers, router => Assert.NotEqual(0, router.Counters[Counter.Established]));
    }

    [Fact]
    public void Count_an_icmp_message_once_although_it_is_handed_over()
    {
        var network = new VirtualNetwork();
        var client = network.Join(Hosts.ClientPrefixes, shards: 4, link: LinkQuality.Perfect with { PathMtu = 40 });
        var talker = new Talker(0, 0);
        for (var i = 0; i < 50; i++)
        {
            client.Connect("10.1.0.1:80", "10.2.0.1:0", talker);
        }

        network.Run(TimeSpan.FromMilliseconds(500));
        Assert.Equal(50, client.Stack.Count(Counter.IcmpIn));
        Assert.InRange(client.Stack.Count(Counter.HandedOver), 20, 50);
        Assert.Equal(0, client.Stack.CountDrops(DropReason.BadIcmpChecksum));
    }
}
