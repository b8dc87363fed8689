using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.3.</summary>
[Rule("RFC 9293", "§3.10.7.3")]
public sealed class SegmentArrivesInSynSent
{
    [Fact]
    public void A_syn_ack_establishes_and_is_acknowledged() => In(SynSent)
        .Inject(SynAck(ack: 1)).Expect(Ack(seq: 1, ack: 1)).ExpectState(Established).ExpectSignal(Signal.Opened)
        .ExpectNoTimer(Timer.Retransmission).ExpectNoTimer(Timer.User);

    [Fact]
    public void An_ack_of_something_else_is_answered_with_a_reset() => In(SynSent)
        .Inject(SynAck(ack: 0)).Expect(Rst(seq: 0))
        .Inject(SynAck(ack: 2)).Expect(Rst(seq: 2))
        .Inject(Ack(seq: 0, ack: 2)).Expect(Rst(seq: 2)).ExpectState(SynSent);

    [Fact]
    public void A_reset_with_a_bad_ack_is_dropped() => In(SynSent)
        .Inject(RstAck(seq: 0, ack: 0)).ExpectSilence()
        .Inject(RstAck(seq: 0, ack: 2)).ExpectSilence().ExpectState(SynSent);

    [Fact]
    public void A_reset_without_ack_is_dropped() => In(SynSent)
        .Inject(Rst(seq: 0)).ExpectSilence().ExpectState(SynSent);

    [Fact]
    public void A_reset_with_a_good_ack_refuses_the_connection() => In(SynSent)
        .Inject(RstAck(seq: 0, ack: 1)).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionRefused);

    [Fact]
    public void A_good_ack_alone_is_dropped() => In(SynSent)
        .Inject(Ack(seq: 0, ack: 1)).ExpectSilence()
        .Inject(FinAck(seq: 0, ack: 1)).ExpectSilence()
        .Inject(Fin(seq: 0)).ExpectSilence().ExpectState(SynSent);

    [Fact, Rule("RFC 9293", "MUST-10")]
    public void A_syn_alone_is_a_simultaneous_open() => In(SynSent)
        .Inject(Syn()).Expect(SynAck(ack: 1)).ExpectState(SynReceived)
        .Inject(SynAck(ack: 1)).ExpectSilence().ExpectState(Established);

    [Fact]
    public void Text_on_the_syn_ack_is_delivered() => In(SynSent)
        .Inject(SynAck(ack: 1).With("hello")).Expect(Ack(seq: 1, ack: 6)).ExpectDelivered("hello");

    [Fact]
    [SubtleCase(4)]
    public void A_fin_on_the_syn_ack_is_processed() => In(SynSent)
        .Inject(SynAck(ack: 1).With(ControlBits.Fin)).Expect(Ack(seq: 1, ack: 2)).ExpectState(CloseWait);

    [Fact]
    public void Text_that_was_queued_goes_out_with_the_acknowledgment_of_the_syn_ack() => In(SynSent)
        .Send("hello").ExpectSilence()
        .Inject(SynAck(ack: 1)).Expect(Text("hello", seq: 1, ack: 1));

    [Fact]
    [SubtleCase(22)]
    public void A_zero_window_on_the_syn_ack_is_probed() => In(SynSent)
        .Send("hello").ExpectSilence()
        .Inject(SynAck(ack: 1).Win(0)).Expect(Ack(seq: 1, ack: 1))
        .After(200.Milliseconds()).Expect(Text("h", seq: 1, ack: 1));
}
