using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>Every connection of a running stack can be looked at.</summary>
public sealed class ConnectionReadingsOfAStack
{
    private readonly LoneStack _stack = new();

    [Fact]
    public async Task Tell_its_ends_queues_timer_and_what_was_negotiated()
    {
        _stack.Listen(new ListenOptions { Port = 80, Name = "echo", Protocol = new Echo() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn());
        peer.Next();
        _stack.Advance(TimeSpan.FromMilliseconds(20));
        peer.Sends(Ack(seq: 1, ack: 1));
        peer.Sends(Text("hello", seq: 1, ack: 1));
        _stack.Advance(TimeSpan.FromMilliseconds(100));

        var reading = Assert.Single((await _stack.Stack.ReadConnectionsAsync()).Connections);
        Assert.Equal((IPEndPoint.Parse("10.1.0.1:80"), IPEndPoint.Parse("10.9.0.1:1000")), (reading.Local, reading.Remote));
        Assert.Equal((1, TcpState.Established, "echo", 120), (reading.Id, reading.State, reading.Service, reading.Age!.Value.TotalMilliseconds));
        Assert.Equal((0, 5), (reading.ReceiveQueue, reading.SendQueue));
        Assert.Equal(("retransmission", 100, 20), (reading.Timer, reading.TimerDue.TotalMilliseconds, reading.RoundTrip!.Value.TotalMilliseconds));
        Assert.Equal((536, null, false), (reading.SegmentSize, reading.SendWindowScale, reading.HasTimestamps));
    }

    [Fact]
    public async Task Include_what_stands_in_for_connections()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close(), Policy = HalfOpenPolicy.SynCache });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));
        _stack.Peer("10.9.0.2:1000").Sends(Syn());
        _stack.Advance(TimeSpan.FromMilliseconds(400));

        var readings = (await _stack.Stack.ReadConnectionsAsync()).Connections;
        Assert.Equal([(TcpState.TimeWait, 59.6), (TcpState.SynReceived, 0.6)], readings.Select(each => (each.State, Math.Round(each.TimerDue.TotalSeconds, 3))));
        Assert.All(readings, each => Assert.Null(each.Id));
    }

    [Fact]
    public async Task Are_as_many_as_asked_for_and_the_rest_is_counted()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        for (var i = 0; i < 10_000; i++)
        {
            _stack.Peer($"10.9.{i / 250}.{i % 250}:1000").Sends(Syn());
        }

        var some = await _stack.Stack.ReadConnectionsAsync(limit: 100);
        Assert.Equal((100, 9_900), (some.Connections.Count, some.LeftOut));
        var fitting = await _stack.Stack.ReadConnectionsAsync(ConnectionFilter.Parse("dst 10.9.3.0/24 state syn-recv"));
        Assert.Equal((250, 0), (fitting.Connections.Count, fitting.LeftOut));
    }

    [Fact]
    public async Task Number_connections_so_that_no_two_shards_give_the_same()
    {
        var network = new VirtualNetwork();
        var (server, client) = (network.Join(Hosts.ServerPrefixes, shards: 3), network.Join(Hosts.ClientPrefixes));
        server.Listen(7, new Echo());
        for (var i = 0; i < 100; i++)
        {
            client.Connect("10.1.0.1:7", "10.2.0.1:0", new Talker(1, 1) { ClosesFirst = false });
        }

        network.Run(TimeSpan.FromSeconds(1));
        var ids = (await server.Stack.ReadConnectionsAsync()).Connections.Select(each => each.Id).ToList();
        Assert.Equal(100, ids.Distinct().Count());
    }
}
