using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;
using static ActorTcp.Tests.Protocol.RecoveryScripts;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 5682, F-RTO: without timestamps, new text after a timeout shows whether it was one too many. Four segments were in flight, four more wait.</summary>
[Rule("RFC 5682", "§2.1"), Rule("RFC 5682", "§3.1")]
public sealed class RecoveryForward
{
    [Fact]
    public void Two_acknowledgments_that_advance_show_that_nothing_was_lost() => TimedOut()
        .Inject(Acknowledging(1)).Expect(Segments(4, 6))
        .Inject(Acknowledging(2)).Expect(Segments(6, 8)).Expect("ssthresh", uint.MaxValue, Threshold);

    [Fact]
    public void A_duplicate_after_the_new_text_shows_that_the_timeout_was_right() => TimedOut()
        .Inject(Acknowledging(1)).Expect(Segments(4, 6))
        .Inject(Acknowledging(1)).Expect(Segments(1, 3)).Expect("ssthresh", 2u * Mss, Threshold);

    [Fact]
    public void A_duplicate_of_the_repetition_shows_it_too() => TimedOut()
        .Inject(Acknowledging(0)).ExpectSilence()
        .Inject(Acknowledging(1)).Expect(Segments(1, 3));

    [Fact]
    public void What_acknowledges_all_may_be_the_answer_to_the_repetition() => TimedOut()
        .Inject(Acknowledging(4)).Expect(Segments(4, 6)).Expect("ssthresh", 2u * Mss, Threshold)
        .Inject(Acknowledging(6)).Expect(Segments(6, 8)).Expect("ssthresh", 2u * Mss, Threshold);

    [Fact]
    public void Without_new_text_nothing_can_be_learned() => TimedOut(waiting: 0)
        .Inject(Acknowledging(1)).Expect(Segments(1, 3))
        .Inject(Acknowledging(3)).Expect(Segment(3)).Expect("ssthresh", 2u * Mss, Threshold);

    [Fact]
    public void A_second_timeout_asks_nothing() => TimedOut()
        .After(400.Milliseconds()).Expect(Segment(0))
        .Inject(Acknowledging(1)).Expect(Segments(1, 3));

    [Fact]
    public void With_selective_acknowledgments_an_original_that_arrives_shows_that_nothing_was_lost() => TimedOutWithSack()
        .Inject(Acknowledging(1)).Expect(Segments(4, 6))
        .Inject(Acknowledging(1).Sack(Block(2, 3))).Expect(Segment(6)).Expect("ssthresh", uint.MaxValue, Threshold);

    [Fact]
    public void With_selective_acknowledgments_only_new_text_that_arrives_shows_that_the_timeout_was_right() => TimedOutWithSack()
        .Inject(Acknowledging(1)).Expect(Segments(4, 6))
        .Inject(Acknowledging(1).Sack(Block(4, 5))).Expect(Segment(1)).Expect("ssthresh", 2u * Mss, Threshold);

    /// <summary>On a path without any option.</summary>
    private static Script TimedOut(int waiting = 4)
    {
        var script = Script.In(Established, new ConnectionSettings { InitialWindow = 4 }).Send((4 + waiting) * Mss).Expect(Segments(0, 4));
        return script.After(200.Milliseconds()).Expect(Segment(0));
    }

    private static Script TimedOutWithSack()
    {
        var script = InFlight(4, of: 4);
        script.Machine.Advance(502.Milliseconds());
        script.Machine.Sent.Clear();   // the last one again as a probe, then the first one by the timeout
        return script.Send(4 * Mss).ExpectSilence();
    }

    private static SegmentLine Acknowledging(int segments) => Ack(seq: 1, ack: At(segments));

    private static uint Threshold(Tcb tcb) => tcb.Congestion.SlowStartThreshold;
}
