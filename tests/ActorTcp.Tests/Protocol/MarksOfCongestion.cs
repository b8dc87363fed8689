using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 3168 §6.1.2–6.1.6: what may be marked, how the receiver echoes a mark, and how the sender answers, on connections that have agreed upon ECN.</summary>
[Rule("RFC 3168", "§6.1")]
public sealed class MarksOfCongestion
{
    private const int Mss = 1460;
    private const EcnCodepoint Capable = EcnCodepoint.Ect0;
    private const EcnCodepoint Marked = EcnCodepoint.Ce;

    [Fact, Rule("RFC 3168", "§6.1.3")]
    public void A_mark_is_echoed_until_the_sender_has_heard() => Agreed()
        .Inject(Text("a", seq: 1, ack: 1).With(Marked)).Expect(Echo(ack: 2))
        .Inject(Text("b", seq: 2, ack: 1).With(Capable)).After(40.Milliseconds()).Expect(Echo(ack: 3))
        .Inject(Text("c", seq: 3, ack: 1).With(Capable).With(ControlBits.Cwr)).After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 4));

    [Fact, Rule("RFC 3168", "§6.1.3")]
    public void A_mark_on_what_tells_that_the_sender_has_heard_is_a_new_one() => Agreed()
        .Inject(Text("a", seq: 1, ack: 1).With(Marked)).Expect(Echo(ack: 2))
        .Inject(Text("b", seq: 2, ack: 1).With(Marked).With(ControlBits.Cwr)).Expect(Echo(ack: 3));

    [Fact, Rule("RFC 3168", "§6.1.3")]
    public void Text_echoes_a_mark_as_an_ack_does() => Agreed()
        .Inject(Text("a", seq: 1, ack: 1).With(Marked)).Expect(Echo(ack: 2))
        .Send("x").Expect(Text("x", seq: 1, ack: 2).With(ControlBits.Ece).With(Capable));

    [Fact, Rule("RFC 3168", "§6.1.5")]
    public void A_mark_outside_of_the_window_is_not_heeded() => Agreed()
        .Inject(Text("a", seq: 70_000, ack: 1).With(Marked)).Expect(Ack(seq: 1, ack: 1));

    [Fact]
    public void Without_agreement_no_mark_is_echoed() => Script.In(Established)
        .Inject(Text("a", seq: 1, ack: 1).With(Marked)).After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 2));

    [Fact]
    public void Without_agreement_text_may_not_be_marked() => Script.In(Established)
        .Send("x").Expect(Text("x", seq: 1, ack: 1));

    [Fact, Rule("RFC 3168", "§6.1.4"), Rule("RFC 3168", "§6.1.5")]
    public void New_text_may_be_marked_and_neither_acks_nor_repetitions() => Agreed()
        .Send("x").Expect(Text("x", seq: 1, ack: 1).With(Capable))
        .Inject(Text("a", seq: 1, ack: 1).With(Capable)).After(40.Milliseconds()).Expect(Ack(seq: 2, ack: 2))
        .After(160.Milliseconds()).Expect(Text("x", seq: 1, ack: 2));

    [Fact, Rule("RFC 3168", "§6.1.6")]
    public void A_window_probe_may_not_be_marked() => Agreed()
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Send("xy").ExpectSilence()
        .After(200.Milliseconds()).Expect(Text("x", seq: 1, ack: 1));

    [Fact, Rule("RFC 3168", "§6.1.2")]
    public void An_echo_halves_the_window_once_in_a_round_trip_and_the_next_new_text_says_so() => InFlight(8)
        .Inject(Echoing(1)).ExpectSilence().Expect("cwnd", 4u * Mss, Window).Expect("ssthresh", 4u * Mss, tcb => tcb.Congestion.SlowStartThreshold)
        .Inject(Echoing(4)).ExpectSilence().Expect("cwnd", 4u * Mss, Window)
        .Inject(Echoing(7)).ExpectSilence().Expect("cwnd", 4u * Mss, Window)
        .Send(2 * Mss).Expect(New(8).With(ControlBits.Cwr), New(9))
        .Inject(Echoing(8)).ExpectSilence().Expect("cwnd", 4u * Mss, Window)
        .Inject(Echoing(9)).ExpectSilence().Expect("cwnd", 2u * Mss, Window);

    [Fact, Rule("RFC 3168", "§6.1.2")]
    public void A_loss_in_the_same_round_trip_does_not_shrink_the_window_again() => InFlight(8)
        .Inject(Echoing(1)).ExpectSilence().Expect("ssthresh", 4u * Mss, tcb => tcb.Congestion.SlowStartThreshold)
        .Inject(Echoing(1)).ExpectSilence().Inject(Echoing(1)).ExpectSilence()
        .Inject(Echoing(1)).Expect(Text(Mss, seq: 1 + Mss, ack: 1))
        .Expect("ssthresh", 4u * Mss, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact, Rule("RFC 3168", "§6.1.2")]
    public void The_peer_is_told_of_a_reduction_for_a_loss_too() => InFlight(8)
        .After(200.Milliseconds()).Expect(Text(Mss, seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 1 + (8 * Mss))).ExpectSilence()
        .Send(Mss).Expect(New(8).With(ControlBits.Cwr));

    [Fact]
    public void With_nothing_in_flight_an_echo_says_nothing_new() => Agreed()
        .Inject(Echoing(0)).ExpectSilence().Expect("cwnd", 10u * Mss, Window);

    private static Script Agreed() => Script.In(Listen)
        .Inject(Syn().Mss(Mss).With(ControlBits.Ece | ControlBits.Cwr)).Expect(SynAck(ack: 1).With(ControlBits.Ece))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence();

    private static Script InFlight(int segments) => Agreed().Send(segments * Mss).Expect([.. Enumerable.Range(0, segments).Select(New)]);

    /// <summary>Text that is sent for the first time, counted in segments from 0.</summary>
    private static SegmentLine New(int n) => Text(Mss, seq: (uint)(1 + (n * Mss)), ack: 1).With(Capable);

    private static SegmentLine Echo(uint ack) => Ack(seq: 1, ack).With(ControlBits.Ece);

    private static SegmentLine Echoing(int segments) => Ack(seq: 1, ack: (uint)(1 + (segments * Mss))).With(ControlBits.Ece);

    private static uint Window(Tcb tcb) => tcb.Congestion.Size;
}
