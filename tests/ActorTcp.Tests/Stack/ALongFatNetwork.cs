using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 7323 §1.1: where much is in flight, buffers decide how fast a transfer is. A round trip takes 100 ms here, and the link carries everything.</summary>
public sealed class ALongFatNetwork
{
    private const int Octets = 30_000_000;
    private static readonly ConnectionSettings Fixed = new() { ReceiveBufferLimit = 0, SendBufferLimit = 0 };

    [Fact]
    public void Is_filled_by_buffers_that_grow_and_all_is_given_back() =>
        Assert.InRange(TimeOf(ConnectionSettings.Default, budget: 256 << 20), TimeSpan.Zero, 3.Seconds());

    /// <summary>458 windows of 65,535 octets.</summary>
    [Fact]
    public void Is_not_by_buffers_that_stay_as_they_are() =>
        Assert.InRange(TimeOf(Fixed, budget: 256 << 20), 40.Seconds(), 60.Seconds());

    [Fact]
    public void Nor_where_there_is_no_memory_to_grow_into() =>
        Assert.InRange(TimeOf(ConnectionSettings.Default, budget: 0), 40.Seconds(), 60.Seconds());

    private static TimeSpan TimeOf(ConnectionSettings settings, long budget)
    {
        var network = new VirtualNetwork(quality: new LinkQuality { Delay = 50.Milliseconds() });
        var options = new TcpStackOptions { Connection = settings, BufferBudget = budget };
        var (server, client) = (network.Join(Hosts.ServerPrefixes, options), network.Join(Hosts.ClientPrefixes, options));
        var (takes, sends) = (new Talker(0, Octets) { ClosesFirst = false }, new Talker(Octets, 0));
        server.Listen(new ListenOptions { Port = 80, Protocol = takes, Connection = settings });
        client.Connect("10.1.0.1:80", "10.2.0.1:0", sends);

        network.Run(() => takes.Octets == Octets);
        var time = network.Now;

        network.Run(() => takes.Ends + sends.Ends == 2);
        Assert.Empty(takes.Faults.Concat(sends.Faults));
        Assert.Equal(budget, server.Stack.Routers[0].Effects.Windows.Left);
        Assert.Equal((0, 0), (server.Stack.Routers[0].Buffers.Lent, client.Stack.Routers[0].Buffers.Lent));
        return time;
    }
}
