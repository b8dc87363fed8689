using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>"An exception kills one connection, never the shard."</summary>
public sealed class AFailingApplication
{
    private readonly LoneStack _stack = new();

    [Theory, InlineData("Opened"), InlineData("Received"), InlineData("PeerClosed"), InlineData("Writable"), InlineData("Notified")]
    public void Costs_its_own_connection_only(string place)
    {
        var protocol = new Failing(place);
        _stack.Listen(new ListenOptions { Port = 80, Protocol = protocol });
        _stack.Listen(new ListenOptions { Port = 7, Protocol = new Echo() });
        var bystander = _stack.Peer("10.9.0.2:1000", "10.1.0.1:7");
        bystander.Connects();
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        if (place != "Opened")
        {
            Assert.Equal(2, _stack.Stack.Connections);
            var connection = protocol.Connection;
            peer.Sends(place == "PeerClosed" ? FinAck(seq: 1, ack: 1) : Text("x", seq: 1, ack: 1));
            connection.Notify();
            _stack.Settle();
            if (place == "Writable")
            {
                peer.Sends(Ack(seq: 2, ack: 1461));
            }
        }

        Assert.Contains("boom", Assert.Single(_stack.Failures), StringComparison.Ordinal);
        Assert.Equal(ControlBits.Rst | ControlBits.Ack, peer.Receives()[^1].Control);
        Assert.Equal(ConnectionEnd.Failed, protocol.End);
        Assert.Equal(1, _stack.Stack.Connections);
        Assert.Equal(0, _stack.Router.Buffers.Lent);
        Assert.Equal(0, Assert.Single(_stack.Router.Flows.ToArray()).Unread);

        bystander.Sends(Text("alive", seq: 1, ack: 1));
        Assert.Equal("alive"u8, bystander.Next().Text);
        _stack.Peer("10.9.0.1:1001").Sends(Syn());
        Assert.Equal(1, _stack.Count(Counter.ActorFailures));
    }

    [Fact]
    public void May_even_fail_when_it_is_told_of_the_end()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Failing("Ended") });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(Rst(seq: 1));
        Assert.Single(_stack.Failures);
        Assert.Equal(0, _stack.Stack.Connections);
        peer.Connects();
    }

    [Fact]
    public void Cannot_take_more_than_it_was_offered()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Failing("TooMuch") });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(Text("x", seq: 1, ack: 1));
        Assert.Contains("took 2 of 1", Assert.Single(_stack.Failures), StringComparison.Ordinal);
        Assert.Equal(0, _stack.Stack.Connections);
    }

    private sealed class Failing(string place) : InlineProtocol
    {
        public InlineConnection Connection { get; private set; }

        public ConnectionEnd? End { get; private set; }

        public override void Opened(InlineConnection connection)
        {
            Connection = connection;
            if (place == "Writable")
            {
                connection.Send(new byte[200_000]);
            }

            FailIn("Opened");
        }

        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
        {
            FailIn("Received");
            return place == "TooMuch" ? text.Length + 1 : 0;
        }

        public override void PeerClosed(InlineConnection connection) => FailIn("PeerClosed");

        public override void Writable(InlineConnection connection) => FailIn("Writable");

        public override void Notified(InlineConnection connection) => FailIn("Notified");

        public override void Ended(InlineConnection connection, ConnectionEnd end)
        {
            End = end;
            FailIn("Ended");
        }

        private void FailIn(string here)
        {
            if (here == place)
            {
                throw new InvalidOperationException("boom");
            }
        }
    }
}
