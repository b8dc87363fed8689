using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 7323 §3 to §5: timestamps and PAWS.</summary>
[Rule("RFC 7323", "§3")]
public sealed class TimestampsOption
{
    private static readonly ConnectionSettings OnlyTimestamps = new() { WindowScaling = false, SelectiveAck = false };

    [Fact, Rule("RFC 7323", "§3.2")]
    public void Once_agreed_on_they_are_in_every_segment_even_in_a_reset() =>
        In(Listen, OnlyTimestamps)
            .Inject(Syn().Mss(1460).Timestamps(700, 0)).Expect(SynAck(ack: 1).Mss(1460).Timestamps(0, 700))
            .After(10.Milliseconds())
            .Inject(Ack(seq: 1, ack: 1).Timestamps(710, 0)).ExpectSilence()
            .Send("hello").Expect(Text("hello", seq: 1, ack: 1).Timestamps(10, 710))
            .Inject(Ack(seq: 1, ack: 6).Timestamps(711, 10)).ExpectSilence()
            .Abort().Expect(RstAck(seq: 6, ack: 1).Timestamps(10, 711));

    [Fact, Rule("RFC 7323", "§4.3")]
    public void An_acknowledgment_of_what_was_never_sent_does_not_make_the_peers_look_old() =>
        In(Listen, OnlyTimestamps)
            .Inject(Syn().Mss(1460).Timestamps(700, 0)).Expect(SynAck(ack: 1).Mss(1460).Timestamps(0, 700))
            .Inject(Ack(seq: 1, ack: 1).Timestamps(710, 0)).ExpectSilence()
            .Inject(Ack(seq: 1, ack: 9999).Timestamps(200_000, 0)).Expect(Ack(seq: 1, ack: 1).Timestamps(0, 710))
            .Inject(Text("hello", seq: 1, ack: 1).Timestamps(711, 0)).ExpectSilence().ExpectDelivered("hello");

    [Theory, Rule("RFC 7323", "§4.3"), InlineData(ControlBits.Syn), InlineData(ControlBits.Rst), InlineData(ControlBits.None)]
    public void Nor_does_what_is_challenged_or_dropped(Enum control)
    {
        var script = Agreed().Inject(new SegmentLine((ControlBits)control, 2, 0, []).Timestamps(200_000, 0));
        _ = control is ControlBits.None ? script.ExpectSilence() : script.Expect(Ack(seq: 1, ack: 1).Timestamps(0, 700));
        script.Inject(Text("hello", seq: 1, ack: 1).Timestamps(701, 0)).ExpectSilence().ExpectDelivered("hello");
    }

    [Fact, Rule("RFC 7323", "§4.3")]
    public void Nor_does_a_final_ack_that_acknowledges_nothing() =>
        In(Listen, OnlyTimestamps)
            .Inject(Syn().Mss(1460).Timestamps(700, 0)).Expect(SynAck(ack: 1))
            .Inject(Ack(seq: 1, ack: 0).Timestamps(200_000, 0)).Expect(Rst(seq: 0))
            .Inject(Ack(seq: 1, ack: 1).Timestamps(701, 0)).ExpectSilence().ExpectState(Established);

    [Fact, Rule("RFC 7323", "§5.3")]
    public void In_TIME_WAIT_an_old_fin_is_acknowledged_and_does_not_begin_the_wait_anew() =>
        Agreed()
            .Shutdown().Expect(FinAck(seq: 1, ack: 1))
            .Inject(FinAck(seq: 1, ack: 2).Timestamps(701, 0)).Expect(Ack(seq: 2, ack: 2).Timestamps(0, 701))
            .After(50.Seconds()).ExpectSilence()
            .Inject(FinAck(seq: 1, ack: 2).Timestamps(699, 0)).Expect(Ack(seq: 2, ack: 2).Timestamps(50_000, 701)).ExpectTimer(Timer.TimeWait, due: 10.Seconds());

    [Fact]
    [SubtleCase(21)]
    public void A_peer_without_them_gets_none() =>
        In(Listen, OnlyTimestamps).Inject(Syn()).Expect(SynAck(ack: 1).Mss(1460))
            .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
            .Send("hello").Expect(Text("hello", seq: 1, ack: 1).NoOptions());

    [Fact, Rule("RFC 7323", "§3.2")]
    public void A_segment_without_its_timestamp_is_dropped_and_the_connection_stays() =>
        Agreed().Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("").ExpectState(Established);

    [Fact, Rule("RFC 7323", "§3.2")]
    public void A_reset_may_do_without() =>
        Agreed().Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Closed);

    [Fact, Rule("RFC 7323", "§5.3")]
    public void An_older_timestamp_is_that_of_an_old_duplicate_acknowledged_and_dropped() =>
        Agreed().Inject(Text("old", seq: 1, ack: 1).Timestamps(699, 0)).Expect(Ack(seq: 1, ack: 1).Timestamps(0, 700)).ExpectDelivered("");

    [Fact, Rule("RFC 7323", "§5.3")]
    public void An_older_timestamp_does_not_save_from_a_reset() =>
        Agreed().Inject(Rst(seq: 1).Timestamps(1, 0)).ExpectSilence().ExpectState(Closed);

    [Fact, Rule("RFC 7323", "§5.5")]
    public void After_24_days_of_silence_any_timestamp_is_new() =>
        Agreed().After(TimeSpan.FromDays(24)).Inject(Text("hello", seq: 1, ack: 1).Timestamps(5, 0)).ExpectDelivered("hello").ExpectSilence();

    [Fact, Rule("RFC 7323", "§4.3")]
    public void The_timestamp_of_the_first_unacknowledged_segment_is_echoed() =>
        Agreed()
            .Inject(Text("one", seq: 1, ack: 1).Timestamps(801, 0)).ExpectSilence()
            .Inject(Text("two", seq: 4, ack: 1).Timestamps(802, 0)).Expect(Ack(seq: 1, ack: 7).Timestamps(0, 801));

    [Fact, Rule("RFC 7323", "§4.3")]
    public void A_gap_echoes_the_timestamp_before_it() =>
        Agreed()
            .Inject(Text("two", seq: 4, ack: 1).Timestamps(802, 0)).Expect(Ack(seq: 1, ack: 1).Timestamps(0, 700));

    [Fact, Rule("RFC 7323", "§4.1")]
    public void A_repeated_segment_is_measured_by_its_echo() =>
        Agreed()
            .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
            .After(200.Milliseconds()).Expect(Text("hello", seq: 1, ack: 1).Timestamps(200, 700))
            .After(300.Milliseconds())
            .Inject(Ack(seq: 1, ack: 6).Timestamps(900, 200)).ExpectSilence()
            .Expect("SRTT", TimeSpan.FromMilliseconds(37.5), tcb => tcb.Rto.Srtt);

    [Fact, Rule("RFC 9293", "MUST-16")]
    public void Their_twelve_octets_are_taken_from_the_segment() =>
        Agreed().Send(3000).Expect(Text(1448, seq: 1, ack: 1), Text(1448, seq: 1449, ack: 1));

    [Theory, Rule("RFC 9293", "SHLD-4"), Rule("RFC 6191", "§2")]
    [InlineData(2, 702, true)]      // a newer timestamp proves a new SYN, whatever its number
    [InlineData(3, 701, true)]      // the same timestamp: the number decides
    [InlineData(2, 701, false)]
    [InlineData(3, 700, false)]     // an older one is an old duplicate
    [SubtleCase(7)]
    public void In_TIME_WAIT_they_tell_a_new_SYN_from_an_old_one(uint seq, uint timestamp, bool isNew) =>
        Agreed()
            .Shutdown().Expect(FinAck(seq: 1, ack: 1))
            .Inject(FinAck(seq: 1, ack: 2).Timestamps(701, 0)).Expect(Ack(seq: 2, ack: 2).Timestamps(0, 701)).ExpectState(TimeWait)
            .Inject(Syn(seq).Timestamps(timestamp, 0)).ExpectSilence().ExpectState(isNew ? Closed : TimeWait);

    /// <summary>An established connection with timestamps; the SYN-ACK was acknowledged at once, so nothing stands in SRTT yet.</summary>
    private static Script Agreed() =>
        In(Listen, OnlyTimestamps)
            .Inject(Syn().Mss(1460).Timestamps(700, 0)).Expect(SynAck(ack: 1))
            .Inject(Ack(seq: 1, ack: 1).Timestamps(700, 0)).ExpectSilence();
}
