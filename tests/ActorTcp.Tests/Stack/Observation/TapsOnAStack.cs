using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>Somebody can look on while a stack runs.</summary>
public sealed class TapsOnAStack
{
    private readonly LoneStack _stack = new();
    private readonly Witness _witness = new();

    [Fact]
    public async Task See_packets_moves_decisions_and_the_end_of_a_connection()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        await _stack.Stack.AttachAsync(_witness);
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));

        Assert.Equal(
            [
                "Inbound 40 Listen",
                "decided PassiveOpens 1000",
                "1 SegmentIn",
                "1 Listen SynArrives SynReceived",
                "Outbound 44 1 SynReceived",
                "1 SegmentOut",
                "Inbound 40 1 SynReceived",
                "1 SegmentIn",
                "1 SynReceived AckOfSynArrives Established",
                "1 Signal",
                "1 Established Close FinWait1",
                "Outbound 40 1 FinWait1",
                "1 SegmentOut",
            ],
            _witness.Seen[..13]);
        Assert.Equal(["Outbound 40 1 TimeWait", "1 SegmentOut", "1 ended Closed"], _witness.Seen[^3..]);
    }

    [Fact]
    public async Task See_what_a_history_would_remember_although_none_is_kept()
    {
        var stack = new LoneStack(new TcpStackOptions { KeepHistory = false });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        await stack.Stack.AttachAsync(_witness);
        stack.Peer("10.9.0.1:1000").Connects();
        Assert.Equal(8, _witness.Seen.Count(each => each.StartsWith("1 ", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task See_that_a_listener_follows_another_policy()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        await _stack.Stack.AttachAsync(_witness);
        await listener.SwitchAsync(HalfOpenPolicy.Cookies);
        Assert.Equal(["80 Hybrid Cookies"], _witness.Seen);
    }

    [Fact]
    public async Task See_what_is_dropped_and_what_belongs_to_nobody()
    {
        await _stack.Stack.AttachAsync(_witness);
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.SendsDamaged(Syn());
        peer.Sends(Syn());
        Assert.Equal(["Inbound 40 Closed BadTcpChecksum", "Inbound 40 Closed", "Outbound 40 Closed"], _witness.Seen);
    }

    [Fact]
    public async Task See_nothing_after_they_are_detached_and_cost_nothing_then()
    {
        await _stack.Stack.AttachAsync(_witness);
        await _stack.Stack.DetachAsync(_witness);
        _stack.Peer("10.9.0.1:1000").Sends(Syn());
        Assert.Empty(_witness.Seen);
        Assert.Null(_stack.Router.Taps);
    }

    [Fact]
    public async Task See_a_packet_once_although_it_is_handed_over()
    {
        var network = new VirtualNetwork();
        var (server, client) = (network.Join(Hosts.ServerPrefixes, shards: 3), network.Join(Hosts.ClientPrefixes));
        server.Listen(7, new Echo());
        await server.Stack.AttachAsync(_witness);
        for (var i = 0; i < 20; i++)
        {
            client.Connect("10.1.0.1:7", "10.2.0.1:0", new Talker(100, 100));
        }

        network.Run(TimeSpan.FromSeconds(10));
        Assert.NotEqual(0, server.Stack.Count(Counter.HandedOver));
        Assert.Equal(server.Stack.Count(Counter.PacketsIn) + server.Stack.Count(Counter.PacketsOut), _witness.Seen.Count(each => each.Contains("bound", StringComparison.Ordinal)));
    }

    private sealed class Witness : ITap
    {
        public List<string> Seen { get; } = [];

        public void Packet(in TappedPacket packet) => Seen.Add(
            $"{packet.Direction} {packet.Octets.Length}{(packet.Connection is { } connection ? $" {connection.Id}" : "")} {packet.State}{(packet.Reason == DropReason.None ? "" : $" {packet.Reason}")}");

        public void Happened(ConnectionActor connection, in HistoryEntry entry) =>
            Seen.Add(entry.Kind == HistoryEntryKind.StateChanged ? $"{connection.Id} {entry.From} {entry.Cause} {entry.To}" : $"{connection.Id} {entry.Kind}");

        public void Switched(TimeSpan at, TcpListener listener, HalfOpenPolicy former) => Seen.Add($"{listener.Options.Port} {former} {listener.Policy}");

        public void Ended(TimeSpan at, ConnectionActor connection, ConnectionEnd end) => Seen.Add($"{connection.Id} ended {end}");

        public void Decided(TimeSpan at, TcpListener listener, Counter what, in FourTuple tuple) => Seen.Add($"decided {what} {tuple.RemotePort}");
    }
}
