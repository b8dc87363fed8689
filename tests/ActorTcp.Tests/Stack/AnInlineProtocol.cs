using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>What an application on the shard may do within its calls, and what follows.</summary>
public sealed class AnInlineProtocol
{
    private readonly LoneStack _stack = new();
    private readonly Scripted _protocol = new();
    private readonly Stranger _peer;

    public AnInlineProtocol()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = _protocol });
        _peer = _stack.Peer("10.9.0.1:1000");
    }

    [Fact]
    public void May_answer_and_close_while_it_looks_at_the_question()
    {
        _protocol.OnText = (connection, text) =>
        {
            connection.Send("answer"u8);
            connection.Close();
            return text.Length;
        };
        _peer.Connects();
        _peer.Sends(Text("question", seq: 1, ack: 1));
        var answer = _peer.Next();
        Assert.Equal("answer"u8, answer.Text);
        Assert.Equal(ControlBits.Fin | ControlBits.Psh | ControlBits.Ack, answer.Control);
        _peer.Sends(FinAck(seq: 9, ack: 8));
        Assert.Equal(ConnectionEnd.Closed, _protocol.End);
        Assert.Equal(1, _stack.Stack.TimeWaits);
    }

    /// <summary>RFC 9293 §3.6.1, SHLD-3.</summary>
    [Fact]
    public void Resets_when_it_closes_over_text_that_it_has_not_taken()
    {
        _protocol.OnText = (connection, text) =>
        {
            connection.Close();
            return text.Length - 1;
        };
        _peer.Connects();
        _peer.Sends(Text("question", seq: 1, ack: 1));
        Assert.Equal(ControlBits.Rst | ControlBits.Ack, _peer.Next().Control);
        Assert.Equal(ConnectionEnd.Aborted, _protocol.End);
        Assert.Equal(1, _stack.Count(Counter.EstablishedResets));
        Assert.Equal(0, _stack.Router.Buffers.Lent);
    }

    [Fact]
    public void Is_offered_nothing_after_it_has_aborted()
    {
        _protocol.OnText = (connection, text) =>
        {
            connection.Abort();
            return text.Length;
        };
        _peer.Connects();
        _peer.Sends(Text(100, seq: 101, ack: 1));   // out of order: it will follow in the same turn
        _peer.Receives();
        _peer.Sends(Text(100, seq: 1, ack: 1));
        Assert.Equal(1, _protocol.Offers);
        Assert.Equal(ControlBits.Rst | ControlBits.Ack, _peer.Next().Control);
        Assert.Equal(ConnectionEnd.Aborted, _protocol.End);
        Assert.Equal((0, 0L), (_stack.Stack.Connections, _stack.Router.Buffers.Lent));
        Assert.Empty(_stack.Failures);
    }

    [Fact]
    public void Is_offered_what_it_left_when_it_asks_and_when_the_peer_closes()
    {
        _protocol.OnText = (connection, text) => connection.PeerHasClosed ? text.Length : 0;
        _peer.Connects();
        _peer.Sends(Text("unfinished", seq: 1, ack: 1));
        Assert.Equal(1, _protocol.Offers);
        _protocol.Connection.Notify();
        _stack.Settle();
        Assert.Equal(2, _protocol.Offers);
        _peer.Sends(FinAck(seq: 11, ack: 1));
        Assert.Equal(3, _protocol.Offers);
        Assert.Equal(10, _protocol.Taken);
        Assert.True(_protocol.PeerHasClosed);
    }

    [Fact]
    public void Closes_the_window_by_taking_nothing_and_opens_it_by_taking()
    {
        _protocol.OnText = (_, _) => 0;
        _peer.Connects();
        var seq = 1u;
        while (true)
        {
            _peer.Sends(Text(1460, seq, ack: 1));
            seq += 1460;
            if (_peer.Receives() is [.., { Wnd: < 1460 } full])
            {
                Assert.Equal(65535 - (seq - 1), full.Wnd);
                break;
            }
        }

        _protocol.OnText = (_, text) => text.Length;
        _protocol.Connection.Notify();
        _stack.Settle();
        Assert.Equal(65535, _peer.Receives()[^1].Wnd);
        Assert.Equal(0, _stack.Router.Buffers.Lent);
    }

    /// <summary>The end of the connection is not the end of its text: LAST-ACK and TIME-WAIT both pass while the application has not taken all.</summary>
    [Theory, InlineData(true), InlineData(false)]
    public void Gets_all_text_even_after_the_connection_has_ended(bool closesFirst)
    {
        _protocol.OnText = (_, _) => 0;
        _peer.Connects();
        _peer.Sends(Text("the last words", seq: 1, ack: 1));
        if (closesFirst)
        {
            _protocol.OnNotified = connection => connection.CloseSend();
            _protocol.Connection.Notify();
            _stack.Settle();
            _peer.Sends(FinAck(seq: 15, ack: 2));
            Assert.Equal(1, _stack.Stack.TimeWaits);
            _stack.Advance(TimeSpan.FromMinutes(2));
        }
        else
        {
            _peer.Sends(FinAck(seq: 15, ack: 1));
            _protocol.OnNotified = connection => connection.CloseSend();
            _protocol.Connection.Notify();
            _stack.Settle();
            _peer.Sends(Ack(seq: 16, ack: 2));
        }

        Assert.Equal((0, 0), (_stack.Stack.Connections, _stack.Stack.TimeWaits));
        Assert.Null(_protocol.End);
        _protocol.OnText = (_, text) => text.Length;
        _protocol.Connection.Notify();
        _stack.Settle();
        Assert.Equal(14, _protocol.Taken);
        Assert.True(_protocol.PeerHasClosed);
        Assert.Equal(ConnectionEnd.Closed, _protocol.End);
        Assert.Equal(0, _stack.Router.Buffers.Lent);
    }

    [Fact]
    [SubtleCase(28)]
    public void Goes_on_to_send_after_the_peer_has_closed()
    {
        _protocol.OnPeerClosed = connection => connection.Send("more"u8);
        _peer.Connects();
        _peer.Sends(FinAck(seq: 1, ack: 1));
        Assert.Equal("more"u8, _peer.Next().Text);
        Assert.Equal(1, _stack.Stack.Connections);
        _protocol.OnNotified = connection => connection.CloseSend();
        _protocol.Connection.Notify();
        _stack.Settle();
        Assert.DoesNotContain(_peer.Receives(), seg => seg.Control.HasFlag(ControlBits.Rst));
        _peer.Sends(Ack(seq: 2, ack: 6));
        Assert.Equal(ConnectionEnd.Closed, _protocol.End);
        Assert.Equal(0, _stack.Stack.TimeWaits);
    }

    private sealed class Scripted : InlineProtocol
    {
        public delegate int TextHandler(InlineConnection connection, ReadOnlySpan<byte> text);

        public TextHandler OnText { get; set; } = (_, text) => text.Length;

        public Action<InlineConnection>? OnNotified { get; set; }

        public Action<InlineConnection>? OnPeerClosed { get; set; }

        public InlineConnection Connection { get; private set; }

        public int Offers { get; private set; }

        public int Taken { get; private set; }

        public bool PeerHasClosed { get; private set; }

        public ConnectionEnd? End { get; private set; }

        public override void Opened(InlineConnection connection) => Connection = connection;

        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
        {
            Offers++;
            var taken = OnText(connection, text);
            Taken += taken;
            return taken;
        }

        public override void Notified(InlineConnection connection) => OnNotified?.Invoke(connection);

        public override void PeerClosed(InlineConnection connection)
        {
            PeerHasClosed = true;
            OnPeerClosed?.Invoke(connection);
        }

        public override void Ended(InlineConnection connection, ConnectionEnd end) => End = end;
    }
}
