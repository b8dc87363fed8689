using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.1: nobody is here.</summary>
[Rule("RFC 9293", "§3.10.7.1")]
public sealed class SegmentArrivesInClosed
{
    [Fact]
    public void A_reset_is_dropped() => In(Closed).Inject(Rst(seq: 5)).ExpectSilence().Inject(RstAck(seq: 5, ack: 9)).ExpectSilence();

    [Fact]
    public void A_segment_without_ack_is_reset_by_what_it_would_have_been_acknowledged_with() => In(Closed)
        .Inject(Syn(seq: 5)).Expect(RstAck(ack: 6))
        .Inject(Fin(seq: 5)).Expect(RstAck(ack: 6))
        .Inject(Syn(seq: 5).With("hello").With(ControlBits.Fin)).Expect(RstAck(ack: 12))
        .Inject(None(seq: 5)).Expect(RstAck(ack: 5));

    [Fact]
    public void A_segment_with_ack_is_reset_by_the_number_it_asks_for() => In(Closed)
        .Inject(Ack(seq: 5, ack: 9)).Expect(Rst(seq: 9))
        .Inject(SynAck(ack: 9, seq: 5)).Expect(Rst(seq: 9))
        .Inject(Text("hello", seq: 5, ack: 9)).Expect(Rst(seq: 9))
        .Inject(FinAck(seq: 5, ack: 9)).Expect(Rst(seq: 9));

    [Fact]
    public void A_reset_of_a_segment_that_closes_the_circle_wraps() => In(Closed, new ScriptStart { Irs = 0xFFFF_FFFF })
        .Inject(Syn(seq: 0)).Expect(RstAck(ack: 1))
        .ExpectState(Closed);
}
