using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.10.7.4 for TIME-WAIT, RFC 6191, RFC 1337: when the actor is gone, its record answers.</summary>
public sealed class ConnectionsInTimeWait
{
    private readonly LoneStack _stack = new();
    private readonly Stranger _peer;

    public ConnectionsInTimeWait()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        _peer = _stack.Peer("10.9.0.1:1000");
        _peer.Connects();
        _peer.Sends(FinAck(seq: 1, ack: 2));
        _peer.Receives();
        Assert.Equal((0, 1), (_stack.Stack.Connections, _stack.Stack.TimeWaits));
    }

    [Fact]
    [SubtleCase(27)]
    public void Acknowledge_a_repeated_fin_and_wait_anew()
    {
        _stack.Advance(TimeSpan.FromSeconds(50));
        _peer.Sends(FinAck(seq: 1, ack: 2));
        Assert.Equal(". 2:2(0) ack 2 win 65535", _peer.Text(_peer.Next()));
        _stack.Advance(TimeSpan.FromSeconds(50));
        Assert.Equal(1, _stack.Stack.TimeWaits);
        _stack.Advance(TimeSpan.FromSeconds(10));
        Assert.Equal(0, _stack.Stack.TimeWaits);
    }

    [Fact, Rule("RFC 5961", "§7")]
    public void Answer_doubtful_segments_as_often_as_their_rate_allows_and_every_repeated_fin()
    {
        for (var i = 0; i < 1010; i++)
        {
            _peer.Sends(Ack(seq: 90_000, ack: 2));
        }

        _peer.Sends(FinAck(seq: 1, ack: 2));

        Assert.Equal(1001, _peer.Receives().Count);
        Assert.Equal(10, _stack.Count(Counter.TimeWaitAcksSuppressed));
    }

    [Fact]
    [SubtleCase(32)]
    public void Are_not_assassinated_by_a_reset()
    {
        _peer.Sends(Rst(seq: 2));
        Assert.Equal(1, _stack.Stack.TimeWaits);
        Assert.Empty(_peer.Receives());
    }

    [Fact]
    [SubtleCase(7)]
    public void Give_way_to_a_newer_syn_with_a_newer_number()
    {
        var before = _peer.TheirIsn;
        _stack.Advance(TimeSpan.FromSeconds(1));
        _peer.Isn += 1000;
        _peer.Connects();
        Assert.Equal((1, 0), (_stack.Stack.Connections, _stack.Stack.TimeWaits));
        Assert.Equal(1, _stack.Count(Counter.TimeWaitReopened));
        Assert.True(_peer.TheirIsn > before + 2);
    }

    [Fact]
    public void Do_not_give_way_to_an_old_syn()
    {
        _peer.Isn -= 1000;
        _peer.Sends(Syn());
        Assert.Equal((0, 1), (_stack.Stack.Connections, _stack.Stack.TimeWaits));
        Assert.Empty(_peer.Receives());
    }

    [Fact]
    public async Task Do_not_give_way_to_a_syn_for_which_nobody_listens()
    {
        var client = new LoneStack();
        var listener = client.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var peer = client.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));
        peer.Receives();
        await listener.CloseAsync();
        peer.Isn += 1000;
        peer.Sends(Syn());
        Assert.Equal(ControlBits.Ack, peer.Next().Control);
        Assert.Equal(1, client.Stack.TimeWaits);
    }

    [Fact]
    public void Are_over_after_twice_the_maximum_segment_lifetime()
    {
        _stack.Advance(TimeSpan.FromSeconds(61));
        Assert.Equal(0, _stack.Stack.TimeWaits);
        _peer.Sends(FinAck(seq: 1, ack: 2));
        Assert.Equal(ControlBits.Rst, _peer.Next().Control);
    }
}
