using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.4 as far as it concerns the half-open connection.</summary>
[Rule("RFC 9293", "§3.10.7.4")]
public sealed class SegmentArrivesInSynReceived
{
    [Fact]
    public void The_final_ack_stops_the_timers_of_the_handshake() => In(SynReceived)
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectState(Established).ExpectSignal(Signal.Opened)
        .ExpectNoTimer(Timer.Retransmission).ExpectNoTimer(Timer.User);

    [Fact]
    [SubtleCase(14)]
    public void The_final_ack_may_be_lost_when_text_follows() => In(SynReceived)
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().ExpectState(Established).ExpectDelivered("hello");

    [Fact]
    [SubtleCase(14)]
    public void The_final_ack_may_be_lost_when_a_fin_follows() => In(SynReceived)
        .Inject(FinAck(seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 2)).ExpectState(CloseWait);

    [Fact]
    public void The_final_ack_brings_the_window() => In(SynReceived)
        .Inject(Ack(seq: 1, ack: 1).Win(100)).ExpectSilence()
        .Expect("SND.WND", 100u, tcb => tcb.Snd.Wnd);

    [Fact]
    [SubtleCase(15)]
    public void An_ack_of_something_else_is_answered_with_a_reset() => In(SynReceived)
        .Inject(Ack(seq: 1, ack: 0)).Expect(Rst(seq: 0))
        .Inject(Ack(seq: 1, ack: 2)).Expect(Rst(seq: 2))
        .Inject(Text("hello", seq: 1, ack: 2)).Expect(Rst(seq: 2)).ExpectState(SynReceived);

    [Fact]
    [SubtleCase(12)]
    public void A_duplicate_syn_is_answered_with_the_same_syn_ack() => In(SynReceived)
        .Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1).Mss(1460)).ExpectState(SynReceived)
        .Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1).Mss(1460)).ExpectState(SynReceived);

    [Fact, Rule("RFC 9293", "MUST-18")]
    [Rule("RFC 6298", "§3")]
    public void A_syn_ack_that_was_repeated_is_not_timed() => In(SynReceived)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Syn()).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Expect("SRTT", TimeSpan.Zero, tcb => tcb.Rto.Srtt);

    [Fact]
    [SubtleCase(13)]
    public void A_syn_with_another_number_outside_the_window_is_answered_with_an_ack_which_its_sender_resets() => In(SynReceived)
        .Inject(Syn(seq: 100_000)).Expect(Ack(seq: 1, ack: 1)).ExpectState(SynReceived)
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Listen)
        .Inject(Syn(seq: 100_000)).Expect(SynAck(ack: 100_001)).ExpectState(SynReceived);

    [Fact]
    [SubtleCase(13)]
    public void A_syn_with_another_number_in_the_window_sends_back_to_listen() => In(SynReceived)
        .Inject(Syn(seq: 500)).ExpectSilence().ExpectState(Listen)
        .Inject(Syn(seq: 500)).Expect(SynAck(ack: 501)).ExpectState(SynReceived);

    [Fact, Rule("RFC 9293", "MUST-11")]
    [SubtleCase(11)]
    public void A_reset_sends_a_passive_open_silently_back_to_listen() => In(SynReceived)
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Listen).ExpectSignal();

    [Fact, Rule("RFC 9293", "MUST-11")]
    public void A_reset_refuses_an_active_open() => InSynReceivedActively()
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionRefused);

    [Fact, Rule("RFC 9293", "MUST-11")]
    public void A_syn_in_the_window_is_challenged_after_an_active_open() => InSynReceivedActively()
        .Inject(Syn(seq: 1)).Expect(Ack(seq: 1, ack: 1)).ExpectState(SynReceived);

    [Fact]
    public void Back_in_listen_nothing_of_the_first_peer_is_left() => In(Listen)
        .Inject(Syn().With("evil").With(ControlBits.Fin).Win(7).Mss(300)).Expect(SynAck(ack: 1))
        .After(3.Seconds()).Expect(SynAck(ack: 1), SynAck(ack: 1))
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Listen)
        .Inject(Syn(seq: 70)).Expect(SynAck(ack: 71)).ExpectTimer(Timer.Retransmission, due: 1.Seconds())
        .Inject(Ack(seq: 71, ack: 1)).ExpectSilence().ExpectDelivered("").ExpectState(Established)
        .Expect("SendMSS", 536, tcb => tcb.Snd.Mss)
        .Expect("cwnd", 5360u, tcb => tcb.Congestion.Size)
        .Expect("MAX.SND.WND", 65535u, tcb => tcb.Snd.MaxWnd);

    [Fact]
    [SubtleCase(14)]
    public void The_syn_ack_is_repeated_with_back_off_until_the_half_open_timeout() => In(SynReceived)
        .After(1.Seconds()).Expect(SynAck(ack: 1))
        .After(2.Seconds()).Expect(SynAck(ack: 1))
        .After(4.Seconds()).Expect(SynAck(ack: 1))
        .After(8.Seconds()).Expect(SynAck(ack: 1))
        .After(16.Seconds()).Expect(SynAck(ack: 1))
        .After(32.Seconds()).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionTimedOut);

    [Fact]
    public void A_zero_window_in_the_final_ack_does_not_keep_from_establishing() => In(SynReceived)
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence().ExpectState(Established)
        .Send("hello").ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Win(10)).Expect(Text("hello", seq: 1, ack: 1));
}
