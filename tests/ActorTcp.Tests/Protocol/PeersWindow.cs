using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.8.6: the peer's window, when it is zero, shrinks, or is silly.</summary>
[Rule("RFC 9293", "§3.8.6")]
public sealed class PeersWindow
{
    [Fact, Rule("RFC 9293", "MUST-36"), Rule("RFC 9293", "SHLD-29"), Rule("RFC 9293", "SHLD-30")]
    public void A_closed_window_is_probed_first_after_one_timeout_then_at_doubling_intervals() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Send("hello").ExpectSilence().ExpectTimer(Timer.Persist, due: 200.Milliseconds())
        .After(200.Milliseconds()).Expect(Text("h", seq: 1, ack: 1))
        .After(400.Milliseconds()).Expect(Text("h", seq: 1, ack: 1))
        .After(800.Milliseconds()).Expect(Text("h", seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 1).Win(100)).Expect(Text("hello", seq: 1, ack: 1)).ExpectTimer(Timer.Retransmission, due: 200.Milliseconds())
        .ExpectNoTimer(Timer.Persist);

    [Fact, Rule("RFC 9293", "MUST-37")]
    public void It_is_probed_for_ever_while_the_peer_answers()
    {
        var script = In(Established).Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence().Send("hello").ExpectSilence();
        for (var minute = 0; minute < 600; minute++)
        {
            script.Machine.Advance(1.Minutes());
            Assert.NotEmpty(script.Machine.Sent);
            script.Machine.Sent.Clear();
            script.Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence().ExpectState(Established);
        }

        script.Inject(Ack(seq: 1, ack: 1).Win(5)).Expect(Text("hello", seq: 1, ack: 1));
    }

    [Fact]
    public void It_is_given_up_when_the_peer_does_not_answer()
    {
        var script = In(Established).Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence().Send("hello").ExpectSilence();

        script.Machine.Advance(5.Minutes());

        Assert.Equal(Closed, script.Machine.Tcb.State);
    }

    [Fact, Rule("RFC 9293", "MUST-18")]
    public void A_window_that_closes_and_opens_again_does_not_end_the_back_off_of_what_was_lost() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .After(200.Milliseconds()).Expect(Text("hello", seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Win(100)).ExpectSilence()
        .Expect("RTO", 400.Milliseconds(), tcb => tcb.Rto.Value);

    [Fact]
    public void A_fin_alone_probes_too() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Shutdown().ExpectSilence().ExpectState(FinWait1)
        .After(200.Milliseconds()).Expect(FinAck(seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 2).Win(0)).ExpectSilence().ExpectState(FinWait2).ExpectNoTimer(Timer.Persist);

    [Fact]
    public void A_probe_that_is_taken_moves_on() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Send("hello").ExpectSilence()
        .After(200.Milliseconds()).Expect(Text("h", seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 2).Win(10)).Expect(Text("ello", seq: 2, ack: 1));

    [Fact]
    public void Beyond_a_probe_acknowledgments_stay_within_the_window_or_the_peer_would_refuse_them() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Send("hello").ExpectSilence()
        .After(200.Milliseconds()).Expect(Text("h", seq: 1, ack: 1))
        .Inject(Text("a", seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Inject(Text("b", seq: 2, ack: 1).Win(0)).Expect(Ack(seq: 1, ack: 3));

    [Fact, Rule("RFC 9293", "MUST-34"), Rule("RFC 9293", "SHLD-16")]
    [SubtleCase(24)]
    public void A_window_that_shrinks_to_zero_behind_what_was_sent_is_probed_with_the_oldest_octet() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 3).Win(0)).ExpectSilence().ExpectTimer(Timer.Retransmission, due: 200.Milliseconds())
        .After(200.Milliseconds()).Expect(Text("l", seq: 3, ack: 1)).ExpectNoTimer(Timer.Retransmission).ExpectTimer(Timer.Persist, due: 400.Milliseconds())
        .Inject(Ack(seq: 1, ack: 3).Win(100)).Expect(Text("llo", seq: 3, ack: 1)).ExpectNoTimer(Timer.Persist)
        .Inject(Ack(seq: 1, ack: 6).Win(100)).ExpectSilence().ExpectNoTimer(Timer.Retransmission);

    [Fact, Rule("RFC 9293", "MUST-38")]
    public void A_small_window_is_left_alone_until_the_override_timer() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(100)).ExpectSilence()
        .Send(1000).ExpectSilence()
        .After(200.Milliseconds()).Expect(Text(100, seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 101).Win(1000)).Expect(Text(900, seq: 101, ack: 1));

    [Fact]
    public void A_peer_whose_window_was_never_large_is_sent_half_of_it() => In(SynReceived)
        .Inject(Ack(seq: 1, ack: 1).Win(100)).ExpectSilence()
        .Expect("MAX.SND.WND", 65535u, tcb => tcb.Snd.MaxWnd);

    [Theory, InlineData(1), InlineData(2), InlineData(3), InlineData(100)]
    public void A_tiny_window_is_used_at_once_if_the_peer_never_had_more(ushort window) => In(Listen)
        .Inject(Syn().Win(window)).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1).Win(window)).ExpectSilence()
        .Send(1000).Expect(Text(window, seq: 1, ack: 1));

    [Fact]
    public void The_fin_takes_an_octet_of_the_window() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(5)).ExpectSilence()
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Shutdown().ExpectSilence()
        .Inject(Ack(seq: 1, ack: 6).Win(1)).Expect(FinAck(seq: 6, ack: 1));

    [Fact, Rule("RFC 9293", "SHLD-7")]
    public void Small_segments_wait_while_something_is_in_flight() => In(Established)
        .Send("a").Expect(Text("a", seq: 1, ack: 1))
        .Send("b").ExpectSilence()
        .Send("c").ExpectSilence()
        .Inject(Ack(seq: 1, ack: 2)).Expect(Text("bc", seq: 2, ack: 1));

    [Fact, Rule("RFC 9293", "MUST-17")]
    public void That_can_be_switched_off() => In(Established, new ConnectionSettings { Nagle = false })
        .Send("a").Expect(Text("a", seq: 1, ack: 1))
        .Send("b").Expect(Text("b", seq: 2, ack: 1));

    [Fact]
    public void A_full_segment_never_waits() => In(Established)
        .Send("a").Expect(Text("a", seq: 1, ack: 1))
        .Send(1500).Expect(Text(1460, seq: 2, ack: 1));

    [Fact]
    public void The_last_segment_before_a_fin_does_not_wait() => In(Established)
        .Send("a").Expect(Text("a", seq: 1, ack: 1))
        .Send("b").ExpectSilence()
        .Shutdown().Expect(Text("b", seq: 2, ack: 1).With(ControlBits.Fin));
}
