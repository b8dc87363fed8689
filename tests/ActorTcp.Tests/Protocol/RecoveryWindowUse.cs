using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 7661 and RFC 5681 §3.1: the congestion window grows by what is acknowledged, as long as it is what limits the sender. It begins with ten segments.</summary>
[Rule("RFC 7661", "§4.2")]
public sealed class RecoveryWindowUse
{
    private const int Mss = 1460;

    [Fact, Rule("RFC 5681", "§3.1"), Rule("RFC 9406", "§4.2")]
    public void A_full_window_doubles_in_a_round_of_slow_start() => Sending(10)
        .Inject(Acknowledging(2)).ExpectSilence().Expect("cwnd", 12u * Mss, Window)
        .Inject(Acknowledging(10)).ExpectSilence().Expect("cwnd", 20u * Mss, Window);

    [Fact]
    public void Half_a_window_does_not_let_it_grow() => Sending(5)
        .Inject(Acknowledging(2)).ExpectSilence()
        .Inject(Acknowledging(5)).ExpectSilence().Expect("cwnd", 10u * Mss, Window);

    [Fact]
    public void In_slow_start_it_grows_to_twice_what_was_in_flight() => Sending(6)
        .Inject(Acknowledging(2)).ExpectSilence().Expect("cwnd", 12u * Mss, Window)
        .Inject(Acknowledging(4)).ExpectSilence()
        .Inject(Acknowledging(6)).ExpectSilence().Expect("cwnd", 12u * Mss, Window);

    [Fact]
    public void A_window_that_was_full_is_not_for_ever() => Sending(10)
        .Inject(Acknowledging(8)).ExpectSilence()
        .Inject(Acknowledging(10)).ExpectSilence().Expect("cwnd", 20u * Mss, Window)
        .Send(2 * Mss).Expect(Sent(10, 2))
        .Inject(Acknowledging(12)).ExpectSilence().Expect("cwnd", 20u * Mss, Window);

    [Fact, Rule("RFC 9406", "§4.2")]
    public void One_acknowledgment_lets_it_grow_by_eight_segments_at_most() => Sending(10)
        .Inject(Acknowledging(10)).ExpectSilence().Expect("cwnd", 18u * Mss, Window);

    [Fact, Rule("RFC 5681", "§3.1")]
    public void After_a_timeout_one_acknowledgment_lets_it_grow_by_one_segment() => Sending(8)
        .After(200.Milliseconds()).Expect(Sent(0, 1)).Expect("cwnd", 1u * Mss, Window)
        .Inject(Acknowledging(3)).Expect(Sent(3, 2)).Expect("cwnd", 2u * Mss, Window);

    [Fact, Rule("RFC 5681", "§3.1")]
    public void Congestion_avoidance_grows_by_a_segment_a_round_and_only_when_the_window_is_full()
    {
        var script = Sending(10);
        script.Machine.Tcb.Congestion.SlowStartThreshold = 10 * Mss;

        script.Inject(Acknowledging(5)).ExpectSilence().Expect("cwnd", (10u * Mss) + 146, Window)
            .Inject(Acknowledging(10)).ExpectSilence()
            .Send(9 * Mss).Expect(Sent(10, 9))
            .Inject(Acknowledging(19)).ExpectSilence().Expect("cwnd", (10u * Mss) + 146 + 144, Window);
    }

    private static Script Sending(int segments) => Script.In(Established).Send(segments * Mss).Expect(Sent(0, segments));

    private static SegmentLine Acknowledging(int segments) => Ack(seq: 1, ack: (uint)(1 + (segments * Mss)));

    private static SegmentLine[] Sent(int from, int count) => [.. Enumerable.Range(from, count).Select(n => Text(Mss, seq: (uint)(1 + (n * Mss)), ack: 1))];

    private static uint Window(Tcb tcb) => tcb.Congestion.Size;
}
