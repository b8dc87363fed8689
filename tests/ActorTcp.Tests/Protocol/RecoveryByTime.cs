using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;
using static ActorTcp.Tests.Protocol.RecoveryScripts;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 8985 §6, RACK: on a path of 100 ms, a segment is lost when one that was sent well after it has been delivered.</summary>
[Rule("RFC 8985", "§6")]
public sealed class RecoveryByTime
{
    [Fact, Rule("RFC 8985", "§6.2")]
    public void What_is_overtaken_may_be_late_by_a_quarter_of_the_round_trip_and_then_is_lost() => InFlight(3)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 2))).ExpectSilence().ExpectTimer(Timer.LossDetection, due: 25.Milliseconds())
        .After(24.Milliseconds()).ExpectSilence()
        .After(1.Milliseconds()).Expect(Segment(0))
        .Expect("in recovery", true, tcb => tcb.Congestion.InFastRecovery)
        .Expect("ssthresh", 2u * Mss, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact, Rule("RFC 8985", "§6.2")]
    public void What_comes_within_that_time_is_not_repeated_and_shows_reordering() => InFlight(3)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 2))).ExpectSilence()
        .After(10.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(2))).ExpectSilence().Expect("waits", false, tcb => tcb.InFlight!.AwaitsLate)
        .Expect("reordering seen", true, tcb => tcb.Reordering!.IsReorderingSeen)
        .Expect("in recovery", false, tcb => tcb.Congestion.InFastRecovery);

    [Fact, Rule("RFC 8985", "§6.2")]
    public void Three_segments_beyond_it_leave_nothing_to_wait_for() => InFlight(4)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 4))).Expect(Segment(0)).ExpectNoTimer(Timer.LossDetection);

    [Fact, Rule("RFC 8985", "§6.2")]
    public void Unless_reordering_was_seen() => InFlight(3)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 2))).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(3))).ExpectSilence()
        .Send(4 * Mss).Expect(Segments(3, 7))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(3)).Sack(Block(4, 7))).ExpectSilence().ExpectTimer(Timer.LossDetection, due: 25.Milliseconds())
        .After(25.Milliseconds()).Expect(Segment(3));

    [Fact]
    public void A_repetition_that_is_lost_is_repeated_without_a_timeout() => InFlight(8, of: 20)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 8))).Expect([Segment(0), .. Segments(8, 11)])
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 9))).Expect(Segment(0), Segment(11))
        .Expect("ssthresh", 4u * Mss, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact]
    public void Every_gap_is_repeated_and_nothing_that_has_arrived() => InFlight(10)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(9, 10), Block(5, 7), Block(1, 4))).Expect(Segment(0), Segment(4), Segment(7), Segment(8))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(10))).ExpectSilence().Expect("in recovery", false, tcb => tcb.Congestion.InFastRecovery);

    [Fact, Rule("RFC 8985", "§6.2")]
    public void A_segment_that_came_twice_was_only_late_and_widens_the_window() => InFlight(4)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 4))).Expect(Segment(0))
        .Inject(Ack(seq: 1, ack: At(4))).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(4)).Sack(Block(0, 1))).ExpectSilence()
        .Expect("reo_wnd_mult", 2, tcb => tcb.Reordering!.Multiplier);

    [Fact, Rule("RFC 8985", "§6.2")]
    public void An_acknowledgment_that_comes_too_soon_for_the_repetition_is_one_of_the_original() => InFlight(4)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 4))).Expect(Segment(0))
        .Send(2 * Mss).Expect(Segment(4))
        .After(10.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(4))).Expect(Segment(5))
        .Expect("RACK.xmit_ts", TimeSpan.FromMilliseconds(100), tcb => tcb.InFlight!.Latest.SentAt);

    [Fact, Rule("RFC 8985", "§6.3")]
    public void A_timeout_takes_for_lost_what_was_sent_long_ago_and_skips_what_has_arrived() => InFlight(6)
        .After(80.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(3, 4))).ExpectSilence()
        .After(20.Milliseconds()).Expect(Segment(0))
        .After(200.Milliseconds()).Expect(Segment(0)).Expect("cwnd", 1u * Mss, tcb => tcb.Congestion.Size)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(1))).Expect(Segment(1), Segment(2))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(4))).Expect(Segment(4), Segment(5));

    [Fact, Rule("RFC 2018", "§8")]
    public void A_peer_that_has_thrown_away_what_it_held_gets_it_again() => InFlight(2)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 2))).ExpectSilence()
        .After(25.Milliseconds()).Expect(Segment(0))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(1))).ExpectSilence()
        .After(300.Milliseconds()).Expect(Segment(1));
}
