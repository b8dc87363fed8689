using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 2018, RFC 2883 and RFC 6675: selective acknowledgments, told and heard.</summary>
[Rule("RFC 2018", "§2")]
public sealed class SelectiveAcks
{
    private const int Mss = 1460;
    private static readonly ConnectionSettings OnlySack = new() { WindowScaling = false, Timestamps = false, Rack = false };

    [Fact]
    public void Permitted_only_if_the_peer_permits_it()
    {
        In(Listen, OnlySack).Inject(Syn().SackPermitted()).Expect(SynAck(ack: 1).Mss(1460).SackPermitted());
        In(Listen, OnlySack).Inject(Syn()).Expect(SynAck(ack: 1).Mss(1460));
    }

    [Fact, Rule("RFC 2018", "§4")]
    public void The_block_of_the_segment_that_came_last_is_the_first_and_the_others_follow_as_they_were_reported() =>
        Agreed()
            .Inject(Text(10, seq: 11, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((11, 21)))
            .Inject(Text(10, seq: 31, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((31, 41), (11, 21)))
            .Inject(Text(10, seq: 51, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((51, 61), (31, 41), (11, 21)))
            .Inject(Text(10, seq: 21, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((11, 41), (51, 61)))
            .Inject(Text(10, seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 41).Sack((51, 61)))
            .Inject(Text(10, seq: 41, ack: 1)).Expect(Ack(seq: 1, ack: 61).NoOptions());

    [Fact]
    public void Four_blocks_fit_and_no_more() =>
        Agreed()
            .Inject(Text(1, seq: 3, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((3, 4)))
            .Inject(Text(1, seq: 5, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((5, 6), (3, 4)))
            .Inject(Text(1, seq: 7, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((7, 8), (5, 6), (3, 4)))
            .Inject(Text(1, seq: 9, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((9, 10), (7, 8), (5, 6), (3, 4)))
            .Inject(Text(1, seq: 11, ack: 1)).Expect(Ack(seq: 1, ack: 1).Sack((11, 12), (9, 10), (7, 8), (5, 6)));

    [Fact, Rule("RFC 2883", "§4")]
    public void Of_a_segment_that_came_twice_in_part_that_part_is_told() =>
        Agreed()
            .Inject(Text(10, seq: 1, ack: 1)).ExpectSilence()
            .Inject(Text(10, seq: 21, ack: 1)).Expect(Ack(seq: 1, ack: 11).Sack((21, 31)))
            .Inject(Text(20, seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 31).Sack((1, 11)));

    [Fact, Rule("RFC 2883", "§4")]
    public void What_came_twice_is_told_once() =>
        Agreed()
            .Inject(Text(10, seq: 1, ack: 1)).ExpectSilence()
            .Inject(Text(10, seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 11).Sack((1, 11)))
            .Inject(Text(10, seq: 21, ack: 1)).Expect(Ack(seq: 1, ack: 11).Sack((21, 31)))
            .Inject(Text(10, seq: 21, ack: 1)).Expect(Ack(seq: 1, ack: 11).Sack((21, 31), (21, 31)));

    [Fact, Rule("RFC 2883", "§4")]
    public void What_comes_with_a_syn_or_has_a_number_from_before_the_connection_never_came_before() =>
        Agreed()
            .Inject(Text(10, seq: unchecked((uint)-20), ack: 1)).Expect(Ack(seq: 1, ack: 1).NoOptions())
            .Inject(Text(10, seq: unchecked((uint)-4), ack: 1)).ExpectSilence()
            .Inject(Syn(seq: 0).With("hello")).Expect(Ack(seq: 1, ack: 6).NoOptions());

    [Fact, Rule("RFC 6675", "§5")]
    public void Three_blocks_beyond_a_segment_send_it_again_and_nothing_that_has_arrived() =>
        InFlight(segments: 8)
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 2))).Expect(Segment(8))
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 3))).Expect(Segment(9))
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 4))).Expect(Segment(0))
            .Expect("in recovery", true, tcb => tcb.Congestion.InFastRecovery);

    [Fact, Rule("RFC 6675", "§5")]
    public void Two_losses_are_repaired_in_one_recovery() =>
        InFlight(segments: 8)
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(2, 5))).Expect(Segment(0))
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(2, 8))).Expect(Segment(1), Segment(8), Segment(9))
            .Inject(Ack(seq: 1, ack: 1 + (8 * Mss))).Expect(Segment(10))
            .Expect("in recovery", false, tcb => tcb.Congestion.InFastRecovery);

    [Fact, Rule("RFC 2018", "§8")]
    public void A_timeout_forgets_what_was_told() =>
        InFlight(segments: 8)
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 3))).Expect(Segment(8))
            .After(200.Milliseconds()).Expect(Segment(0))
            .Expect("blocks on the scoreboard", 0, tcb => tcb.Sacked!.Count);

    [Fact]
    public void Blocks_for_what_was_never_sent_are_not_believed() =>
        InFlight(segments: 8)
            .Inject(Ack(seq: 1, ack: 1).Sack((90_000, 95_000), (500, 400))).Expect("scoreboard", null, tcb => tcb.Sacked);

    private static Script Agreed() =>
        In(Listen, OnlySack)
            .Inject(Syn().Mss(Mss).SackPermitted()).Expect(SynAck(ack: 1))
            .Inject(Ack(seq: 1, ack: 1)).ExpectSilence();

    /// <summary>Twenty segments to send, of which so many are in flight: the congestion window lets no more out.</summary>
    private static Script InFlight(int segments) =>
        In(Listen, OnlySack with { InitialWindow = segments })
            .Inject(Syn().Mss(Mss).SackPermitted()).Expect(SynAck(ack: 1))
            .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
            .Send(20 * Mss).Expect([.. Enumerable.Range(0, segments).Select(Segment)]);

    /// <summary>The n-th segment of text, from 0.</summary>
    private static SegmentLine Segment(int n) => Text(Mss, seq: (uint)(1 + (n * Mss)), ack: 1);

    /// <summary>A block from the n-th segment up to another, which is not in it.</summary>
    private static (uint Left, uint Right) Block(int from, int to) => ((uint)(1 + (from * Mss)), (uint)(1 + (to * Mss)));
}
