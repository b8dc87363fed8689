using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.2: step 2 of the three-way handshake.</summary>
[Rule("RFC 9293", "§3.10.7.2")]
public sealed class SegmentArrivesInListen
{
    [Fact]
    public void A_syn_is_answered_and_the_final_ack_establishes() => Listening(iss: 0)
        .Inject(Syn(seq: 0)).Expect(SynAck(ack: 1)).ExpectState(SynReceived)
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectState(Established);

    [Fact]
    [SubtleCase(37)]
    public void The_numbers_may_wrap_within_the_handshake() => Listening(iss: 0xFFFF_FFFF)
        .Inject(Syn(seq: 0)).Expect(SynAck(ack: 1))
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("hello");

    [Fact]
    [SubtleCase(5)]
    public void A_reset_is_ignored() => In(Listen)
        .Inject(Rst(seq: 0)).ExpectSilence()
        .Inject(RstAck(seq: 0, ack: 1)).ExpectSilence()
        .Inject(Syn().With(ControlBits.Rst)).ExpectSilence().ExpectState(Listen);

    [Fact]
    [SubtleCase(6)]
    public void Any_acknowledgment_is_bad_and_answered_with_a_reset() => In(Listen)
        .Inject(Ack(seq: 7, ack: 9)).Expect(Rst(seq: 9))
        .Inject(SynAck(ack: 9)).Expect(Rst(seq: 9))
        .Inject(FinAck(seq: 7, ack: 9)).Expect(Rst(seq: 9))
        .Inject(Text("hello", seq: 7, ack: 9)).Expect(Rst(seq: 9)).ExpectState(Listen);

    [Fact]
    [SubtleCase(6)]
    public void What_is_neither_reset_nor_ack_nor_syn_is_dropped() => In(Listen)
        .Inject(Fin(seq: 0)).ExpectSilence()
        .Inject(None(seq: 0)).ExpectSilence()
        .Inject(None(seq: 0).With("hello")).ExpectSilence().ExpectState(Listen);

    [Fact]
    [SubtleCase(3)]
    public void Text_on_a_syn_is_not_taken_and_comes_again_when_the_peer_has_proved_itself() => In(Listen)
        .Inject(Syn().With("hello")).Expect(SynAck(ack: 1)).ExpectDelivered("")
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("").ExpectState(Established)
        .Inject(Text("hello, world", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("hello, world");

    [Fact]
    [SubtleCase(4)]
    public void A_fin_on_a_syn_is_processed_once_the_connection_is_established() => In(Listen)
        .Inject(Syn().With(ControlBits.Fin)).Expect(SynAck(ack: 1)).ExpectState(SynReceived)
        .Inject(Ack(seq: 2, ack: 1)).Expect(Ack(seq: 1, ack: 2)).ExpectState(CloseWait).ExpectSignal(Signal.Opened, Signal.Closing);

    [Fact]
    [Rule("RFC 4987", "§3.3")]
    public void The_half_open_connection_has_a_timer_for_its_syn_ack_and_one_for_itself() => In(Listen)
        .Inject(Syn()).Expect(SynAck(ack: 1))
        .ExpectTimer(Timer.Retransmission, due: 1.Seconds())
        .ExpectTimer(Timer.User, due: 63.Seconds());
}
