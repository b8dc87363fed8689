using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 5681 §3.2 and RFC 6582: losses that duplicate acknowledgments tell of.</summary>
[Rule("RFC 5681", "§3.2"), Rule("RFC 6582", "§3.2"), Rule("RFC 9293", "MUST-19")]
public sealed class FastRetransmits
{
    private const int Mss = 1460;

    [Fact]
    public void The_third_duplicate_repeats_the_segment_that_is_missing() => FiveInFlight()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Text(Mss, seq: 1, ack: 1))
        .Expect("ssthresh", 5u * Mss / 2, tcb => tcb.Congestion.SlowStartThreshold)
        .Expect("cwnd", 5u * Mss / 2 + 3 * Mss, tcb => tcb.Congestion.Size);

    [Fact]
    public void A_partial_acknowledgment_repeats_the_next_one_and_a_full_one_ends_it() => FiveInFlight()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Text(Mss, seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 1 + Mss)).Expect(Text(Mss, seq: 1 + Mss, ack: 1))
        .Inject(Ack(seq: 1, ack: 1 + 5 * Mss)).ExpectSilence()
        .Expect("recovering", false, tcb => tcb.Congestion.InFastRecovery)
        .Expect("cwnd", 2u * Mss, tcb => tcb.Congestion.Size);

    [Fact, Rule("RFC 3042", "§2")]
    public void The_first_two_duplicates_let_new_segments_out_and_so_does_each_one_when_the_window_has_grown_by_them() => FiveInFlight()
        .Send(20 * Mss).Expect(Sent(from: 5, count: 5))
        .Inject(Ack(seq: 1, ack: 1)).Expect(Sent(from: 10, count: 1))
        .Inject(Ack(seq: 1, ack: 1)).Expect(Sent(from: 11, count: 1))
        .Inject(Ack(seq: 1, ack: 1)).Expect(Sent(from: 0, count: 1)).Expect("cwnd", (6u + 3) * Mss, tcb => tcb.Congestion.Size)
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Sent(from: 12, count: 1));

    [Theory, InlineData("with text"), InlineData("with another window"), InlineData("with a fin")]
    public void An_ack_that_brings_something_is_no_duplicate(string what)
    {
        var script = FiveInFlight();
        for (uint i = 0; i < 4; i++)
        {
            script.Inject(what switch
            {
                "with text" => Text("x", seq: 1 + i, ack: 1),
                "with a fin" => FinAck(seq: 1, ack: 1),
                _ => Ack(seq: 1, ack: 1).Win((ushort)(30_000 + i)),
            });
            Assert.DoesNotContain(script.Machine.Sent, sent => sent.Text.Length > 0);
            script.Machine.Sent.Clear();
        }
    }

    [Fact]
    public void Without_anything_in_flight_there_is_no_duplicate() => In(Established)
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().Inject(Ack(seq: 1, ack: 1)).ExpectSilence();

    [Fact, Rule("RFC 6582", "§4")]
    public void After_a_timeout_duplicates_of_its_own_repetitions_start_nothing() => FiveInFlight()
        .After(200.Milliseconds()).Expect(Text(Mss, seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().Inject(Ack(seq: 1, ack: 1)).ExpectSilence();

    private static Script FiveInFlight() => In(Established).Send(5 * Mss).Expect(Sent(from: 0, count: 5));

    private static SegmentLine[] Sent(int from, int count) =>
        [.. Enumerable.Range(from, count).Select(i => Text(Mss, seq: (uint)(1 + i * Mss), ack: 1))];
}
