using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>A running stack tells how it stands, and its figures agree with each other.</summary>
public sealed class StackReadings
{
    [Theory, InlineData(1), InlineData(3)]
    public async Task Count_in_each_state_those_that_came_and_have_not_left(int shards)
    {
        var network = new VirtualNetwork(seed: 7, LinkQuality.Stormy);
        var (server, client) = (network.Join(Hosts.ServerPrefixes, shards: shards), network.Join(Hosts.ClientPrefixes, shards: shards));
        server.Listen(80, new Talker(8_000, 3_000));
        for (var i = 0; i < 200; i++)
        {
            client.Connect("10.1.0.1:80", "10.2.0.1:0", new Talker(3_000, 8_000));
        }

        for (var second = 0; second < 60; second++)
        {
            network.Run(TimeSpan.FromSeconds(0.3));
            await AssertConsistentAsync(server.Stack);
            await AssertConsistentAsync(client.Stack);
        }

        Assert.NotEqual(0, (await client.Stack.ReadAsync()).Connections[TcpState.TimeWait]);
    }

    [Fact]
    public async Task Have_every_counter_and_every_reason_of_a_drop()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.SendsDamaged(Text("x", seq: 1, ack: 1));
        stack.Stack.AddFromOutside(Counter.ActorFailures);

        var reading = await stack.Stack.ReadAsync();
        Assert.Equal(Enum.GetValues<Counter>().Select(stack.Count), reading.Counters.Select(counter => counter.Count));
        Assert.Equal((1, 1), (reading[Counter.SynsIn], reading[Counter.ActorFailures]));
        Assert.Equal("dropped_bad_tcp_checksum", Assert.Single(reading.Drops, drop => drop.Count > 0).Name);
        Assert.Equal(Enum.GetValues<DropReason>().Skip(1), DropCatalog.All.Select(drop => drop.Reason));
    }

    [Fact]
    public async Task Tell_the_edges_that_one_connection_took()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));
        stack.Advance(TimeSpan.FromMinutes(2));

        Assert.Equal(
            [
                "Closed PassiveOpen Listen",
                "Listen SynArrives SynReceived",
                "SynReceived AckOfSynArrives Established",
                "Established Close FinWait1",
                "FinWait1 AckOfFinArrives FinWait2",
                "FinWait2 FinArrives TimeWait",
                "TimeWait TimeWaitTimeout Closed",
            ],
            (await stack.Stack.ReadAsync()).Edges.Where(edge => edge.Count == 1).Select(edge => $"{edge.From} {edge.Cause} {edge.To}"));
    }

    [Fact]
    public async Task Count_records_of_the_syn_cache_as_half_open_and_their_edges_once()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), Policy = HalfOpenPolicy.SynCache });
        stack.Peer("10.9.0.1:1000").Connects();
        stack.Peer("10.9.0.2:1000").Sends(Syn());

        var reading = await stack.Stack.ReadAsync();
        Assert.Equal((1, 1), (reading.Connections[TcpState.SynReceived], reading.Connections[TcpState.Established]));
        Assert.Equal((1, 1), (reading.Listeners[0].SynCache, reading.Listeners[0].HalfOpen));
        stack.Advance(TimeSpan.FromMinutes(10));
        reading = await stack.Stack.ReadAsync();
        Assert.Equal(0, reading.Connections[TcpState.SynReceived]);
        Assert.Equal(2, reading.Edges.Single(edge => edge is { From: TcpState.Listen, To: TcpState.SynReceived }).Count);
    }

    [Fact]
    public async Task Describe_each_listener()
    {
        var stack = new LoneStack();
        var listener = stack.Listen(new ListenOptions { Port = 80, Name = "page", HalfOpenLimit = 100, Backlog = 3, Policy = HalfOpenPolicy.Recycle });
        stack.Peer("10.9.0.1:1000").Connects();
        stack.Peer("10.9.0.2:1000").Sends(Syn());

        var reading = Assert.Single((await stack.Stack.ReadAsync()).Listeners);
        Assert.Equal(
            (80, "page", HalfOpenPolicy.Recycle, Pressure.Calm, 1, 100, 1, 3),
            (reading.Port, reading.Service, reading.Policy, reading.Pressure, reading.HalfOpen, reading.HalfOpenLimit, reading.AcceptQueue, reading.Backlog));
        await listener.CloseAsync();
        Assert.Empty((await stack.Stack.ReadAsync()).Listeners);
    }

    [Fact]
    public async Task Measure_handshakes_from_the_syn_ack_to_the_final_ack()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        foreach (var milliseconds in new[] { 10, 20, 30 })
        {
            var peer = stack.Peer($"10.9.0.{milliseconds}:1000");
            peer.Sends(Syn());
            peer.Next();
            stack.Advance(TimeSpan.FromMilliseconds(milliseconds));
            peer.Sends(Ack(seq: 1, ack: 1));
        }

        var late = stack.Peer("10.9.0.99:1000");
        late.Sends(Syn());
        stack.Advance(TimeSpan.FromSeconds(5));   // its SYN-ACK is repeated: nobody knows which one the ACK is for
        late.Receives();
        late.Sends(Ack(seq: 1, ack: 1));

        var reading = await stack.Stack.ReadAsync();
        Assert.Equal(4, reading.Connections[TcpState.Established]);
        Assert.Equal(3, reading.HandshakesTimed);
        Assert.Equal((10, 20, 30), (reading.HandshakeLatency(0).TotalMilliseconds, Math.Round(reading.HandshakeLatency(50).TotalMilliseconds), reading.HandshakeLatency(100).TotalMilliseconds));
    }

    private static async Task AssertConsistentAsync(TcpStack stack)
    {
        var reading = await stack.ReadAsync();
        foreach (var state in Enum.GetValues<TcpState>().Except([TcpState.Closed, TcpState.Listen]))
        {
            var came = reading.Edges.Where(edge => edge.To == state).Sum(edge => edge.Count);
            var left = reading.Edges.Where(edge => edge.From == state).Sum(edge => edge.Count);
            Assert.Equal(reading.Connections[state], came - left);
        }

        Assert.Equal(stack.Connections + stack.TimeWaits, reading.Connections.Where(each => each.Key != TcpState.Listen).Sum(each => each.Value));
    }
}
