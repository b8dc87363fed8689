using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>Loss, duplication, reordering and jitter at once: every stream arrives whole, every connection ends, everything is given back.</summary>
public sealed class ABadNetwork
{
    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void Delays_connections_and_breaks_none(int seed)
    {
        const int Connections = 1000;
        var network = new VirtualNetwork(seed, LinkQuality.Stormy);
        var options = new TcpStackOptions { Connection = ConnectionSettings.Default with { SynTimeout = TimeSpan.FromHours(1), UserTimeout = TimeSpan.FromHours(1) } };
        var (server, client) = (network.Join(Hosts.ServerPrefixes, options, shards: 2), network.Join(Hosts.ClientPrefixes, options));
        var (answers, asks) = (new Talker(8_000, 3_000), new Talker(3_000, 8_000));
        var listener = server.Listen(new ListenOptions { Port = 80, Protocol = answers, Connection = options.Connection with { HalfOpenTimeout = TimeSpan.FromHours(1) } });
        for (var i = 0; i < Connections; i++)
        {
            client.Connect("10.1.0.1:80", "10.2.0.1:0", asks);
        }

        network.Run(() => asks.Ends == Connections, TimeSpan.FromHours(3));
        Assert.True(network.RunUntilIdle(TimeSpan.FromHours(3)));
        Assert.Empty(answers.Faults.Concat(asks.Faults));
        Assert.Equal(Connections, asks.EndsBy(ConnectionEnd.Closed));
        Assert.Equal(answers.Ends, answers.Opens);
        Assert.Equal(0, listener.HalfOpen);
        Assert.NotEqual(0, server.Stack.Count(Counter.FastRetransmissions) + client.Stack.Count(Counter.FastRetransmissions));
        server.AssertNothingIsLeft();
        client.AssertNothingIsLeft();
        Assert.Equal((0, 0), (server.Stack.TimeWaits, client.Stack.TimeWaits));
    }

    [Fact]
    public void Does_not_stop_a_long_transfer()
    {
        var network = new VirtualNetwork(seed: 4, LinkQuality.Stormy with { Loss = 0.02 });
        var (server, client) = (network.Join(Hosts.ServerPrefixes), network.Join(Hosts.ClientPrefixes));
        var (answers, asks) = (new Talker(0, 3_000_000) { ClosesFirst = false }, new Talker(3_000_000, 0));
        server.Listen(80, answers);
        client.Connect("[fd01::1]:80", "[fd02::1]:0", asks);
        network.Run(() => answers.Ends + asks.Ends == 2);
        Assert.Empty(answers.Faults.Concat(asks.Faults));
        Assert.Equal(3_000_000, answers.Octets);
    }
}
