using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.5: a record behaves as the connection would for which it stands.</summary>
[Rule("RFC 4987", "§3.5")]
public sealed class RecordsOfTheSynCache
{
    private readonly LoneStack _stack = new();
    private readonly TcpListener _listener;
    private readonly Stranger _peer;

    public RecordsOfTheSynCache()
    {
        _listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Hello("welcome"), Policy = HalfOpenPolicy.SynCache });
        _peer = _stack.Peer("10.9.0.1:1000");
    }

    [Fact]
    public void It_answers_as_a_connection_does_and_becomes_one()
    {
        _peer.Sends(Syn().Mss(1400).WindowScale(7).SackPermitted().Timestamps(val: 5, ecr: 0));
        var answer = _peer.Next();
        Assert.Equal((1, 0), (_listener.HalfOpen, _stack.Stack.Connections));
        _stack.Advance(80.Milliseconds());
        _peer.Sends(Ack(seq: 1, ack: 1).Win(100).Timestamps(val: 6, ecr: answer.Options.TsVal));
        Assert.Equal("welcome", _peer.Next().AsText());
        var tcb = _stack.Only().Tcb;
        Assert.Equal((0, 1400, 7, 100u << 7), (_listener.HalfOpen, tcb.Snd.Mss, tcb.Snd.Shift, tcb.Snd.Wnd));
        Assert.Equal(80, tcb.Rto.Srtt.TotalMilliseconds, tolerance: 1);
    }

    [Fact]
    public void It_repeats_the_syn_ack_and_gives_up_in_the_end()
    {
        _peer.Sends(Syn());
        var first = _peer.Next();
        var times = new List<int>();
        for (var second = 1; second <= 70; second++)
        {
            _stack.Advance(1.Seconds());
            times.AddRange(_peer.Receives().Select(again =>
            {
                Assert.Equal((first.Seq, first.Ack, first.Control), (again.Seq, again.Ack, again.Control));
                return second;
            }));
        }

        Assert.Equal(5, times.Count);
        Assert.All(times.Zip([1, 3, 7, 15, 31]), pair => Assert.InRange(pair.First, pair.Second, pair.Second + 1));
        Assert.Equal((0, 1L, 1L), (_listener.HalfOpen, _stack.Count(Counter.HalfOpenTimeouts), _stack.Count(Counter.AttemptsFailed)));
    }

    [Fact]
    [SubtleCase(12)]
    public void A_duplicate_syn_gets_the_same_syn_ack()
    {
        _peer.Sends(Syn());
        var first = _peer.Next();
        _peer.Sends(Syn());
        Assert.Equal(first.Seq, _peer.Next().Seq);
        Assert.Equal(1, _listener.HalfOpen);
    }

    [Fact]
    [SubtleCase(13)]
    public void A_syn_with_another_number_ends_it()
    {
        _peer.Sends(Syn());
        _peer.Next();
        _peer.Sends(Syn(seq: 10));
        Assert.Equal(0, _listener.HalfOpen);
        _peer.Sends(Syn(seq: 10));
        Assert.Equal(_peer.Isn + 11, _peer.Next().Ack);
    }

    [Fact]
    [SubtleCase(11)]
    public void A_reset_ends_it_only_with_the_right_number()
    {
        _peer.Sends(Syn());
        _peer.Next();
        _peer.Sends(Rst(seq: 70_000));
        Assert.Equal(1, _listener.HalfOpen);
        _peer.Sends(Rst(seq: 1));
        Assert.Equal((0, 1L), (_listener.HalfOpen, _stack.Count(Counter.AttemptsFailed)));
    }

    [Fact]
    [SubtleCase(15)]
    public void A_wrong_ack_is_reset_and_leaves_it_alone()
    {
        _peer.Sends(Syn());
        _peer.Next();
        _peer.Sends(Ack(seq: 1, ack: 9));
        Assert.Equal(ControlBits.Rst, _peer.Next().Control);
        Assert.Equal(1, _listener.HalfOpen);
    }

    [Fact]
    [SubtleCase(17)]
    public void Where_the_server_speaks_first_a_lost_ack_is_asked_for_again()
    {
        _peer.Sends(Syn());
        _peer.Next();   // the ACK of this is lost
        _stack.Advance(2.Seconds());
        Assert.Equal(ControlBits.Syn | ControlBits.Ack, _peer.Next().Control);
        _peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal("welcome", _peer.Next().AsText());
    }

    [Fact]
    public void A_switch_of_the_policy_leaves_it_to_finish()
    {
        _peer.Sends(Syn());
        _peer.Next();
        Assert.True(_listener.SwitchAsync(HalfOpenPolicy.Textbook).IsCompletedSuccessfully);
        _stack.Advance(2.Seconds());
        _peer.Next();
        _peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal("welcome", _peer.Next().AsText());
    }

    [Fact]
    public async Task A_listener_that_closes_forgets_it()
    {
        _peer.Sends(Syn());
        _peer.Next();
        await _listener.CloseAsync();
        Assert.Equal(0, _listener.HalfOpen);
    }
}
