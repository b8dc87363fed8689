using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;
using static ActorTcp.Tests.Protocol.RecoveryScripts;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 8985 §7: when the tail of a flight is lost, a probe brings the acknowledgment that shows it.</summary>
[Rule("RFC 8985", "§7")]
public sealed class RecoveryTailLossProbes
{
    private static readonly TimeSpan TwoRoundTrips = 202.Milliseconds();

    [Fact, Rule("RFC 8985", "§7.3")]
    public void After_two_round_trips_the_last_segment_is_sent_again_and_shows_what_is_lost_before_it() => InFlight(3)
        .After(TwoRoundTrips).Expect(Segment(2))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(2, 3))).Expect(Segment(0))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(1)).Sack(Block(2, 3))).Expect(Segment(1));

    [Fact, Rule("RFC 8985", "§7.3")]
    public void New_text_is_a_better_probe_even_beyond_the_congestion_window() => InFlight(2, of: 4)
        .After(TwoRoundTrips).Expect(Segment(2))
        .Expect("repeats", false, tcb => tcb.Probe.IsRetransmission);

    [Fact, Rule("RFC 8985", "§7.2")]
    public void A_lone_segment_is_given_the_time_of_a_delayed_acknowledgment() => InFlight(1)
        .ExpectTimer(Timer.LossDetection, due: TwoRoundTrips + 40.Milliseconds());

    [Fact, Rule("RFC 8985", "§7.2")]
    public void Nothing_is_probed_while_the_peer_reports_a_gap() => InFlight(3)
        .After(50.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 2))).ExpectSilence().Expect("waits", true, tcb => tcb.InFlight!.AwaitsLate);

    [Fact, Rule("RFC 8985", "§7.3")]
    public void One_probe_is_enough_and_then_comes_the_timeout() => InFlight(2)
        .After(TwoRoundTrips).Expect(Segment(1)).ExpectNoTimer(Timer.LossDetection).ExpectTimer(Timer.Retransmission, due: 300.Milliseconds())
        .After(300.Milliseconds()).Expect(Segment(0)).Expect("cwnd", 1u * Mss, tcb => tcb.Congestion.Size);

    [Fact, Rule("RFC 8985", "§7.4")]
    public void A_loss_that_the_probe_has_repaired_is_congestion_too() => InFlight(4)
        .After(TwoRoundTrips).Expect(Segment(3))
        .Inject(Ack(seq: 1, ack: At(4))).ExpectSilence()
        .Send(2 * Mss).Expect(Segments(4, 6))
        .Inject(Ack(seq: 1, ack: At(5))).ExpectSilence().Expect("ssthresh", 2u * Mss, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact, Rule("RFC 8985", "§7.4")]
    public void A_probe_that_was_not_needed_changes_nothing() => InFlight(4)
        .After(TwoRoundTrips).Expect(Segment(3))
        .Inject(Ack(seq: 1, ack: At(4))).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(4)).Sack(Block(3, 4))).ExpectSilence()
        .Send(2 * Mss).Expect(Segments(4, 6))
        .Inject(Ack(seq: 1, ack: At(5))).ExpectSilence().Expect("ssthresh", uint.MaxValue, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact]
    public void A_fin_is_probed_like_text() => InFlight(2)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(2))).ExpectSilence()
        .Shutdown().Expect(FinAck(seq: At(2), ack: 1))
        .After(TwoRoundTrips + 40.Milliseconds()).Expect(FinAck(seq: At(2), ack: 1));
}
