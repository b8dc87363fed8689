using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>A connection remembers how it began and what happened last.</summary>
public sealed class Histories
{
    private readonly LoneStack _stack = new();

    [Fact]
    public void Begin_with_the_handshake_and_end_with_the_latest()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        for (var i = 0u; i < 50; i++)
        {
            _stack.Advance(TimeSpan.FromSeconds(1));
            peer.Sends(Text("x", seq: 1 + i, ack: 1 + i));
        }

        var history = Assert.Single(_stack.Router.Flows.ToArray()).History!;
        var entries = history.ToArray();
        Assert.Equal(ConnectionHistory.Beginning + ConnectionHistory.Latest, entries.Length);
        Assert.Equal(history.Total, entries.Length + history.Forgotten);
        Assert.Equal((HistoryEntryKind.SegmentIn, ControlBits.Syn), (entries[0].Kind, entries[0].Control));
        Assert.Contains(entries[..8], entry => entry is { Kind: HistoryEntryKind.StateChanged, To: TcpState.Established });
        Assert.Equal((HistoryEntryKind.SegmentOut, TimeSpan.FromSeconds(50)), (entries[^1].Kind, entries[^1].At));
        Assert.Equal(entries.Select(entry => entry.At).Order(), entries.Select(entry => entry.At));
    }

    [Fact]
    public void Are_not_kept_when_nobody_wants_them()
    {
        var stack = new LoneStack(new TcpStackOptions { KeepHistory = false });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        stack.Peer("10.9.0.1:1000").Connects();
        Assert.Null(Assert.Single(stack.Router.Flows.ToArray()).History);
    }

    [Fact]
    public void Serve_another_connection_when_their_own_is_remembered_no_longer()
    {
        var stack = new LoneStack(new TcpStackOptions { EndedConnectionsKept = 1 });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var (peer, first) = Comes("10.9.0.1:1000");
        var history = first.History!;
        peer.Sends(FinAck(seq: 1, ack: 2));
        Assert.Same(history, first.History);
        Comes("10.9.0.2:1000").Peer.Sends(FinAck(seq: 1, ack: 2));
        var (_, third) = Comes("10.9.0.3:1000");
        Assert.Same(history, third.History);
        Assert.Equal((8L, ControlBits.Syn), (history.Total, history.ToArray()[0].Control));
        Assert.Null(first.History);

        (Stranger Peer, ConnectionActor Connection) Comes(string at)
        {
            var stranger = stack.Peer(at);
            stranger.Connects();
            return (stranger, Assert.Single(stack.Router.Flows.ToArray()));
        }
    }
}
