using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 4821 §7: a segment that is larger than the others tells by its fate what the path carries. Packets of 1024 octets pass: 984 of text.</summary>
[Rule("RFC 4821", "§7.4")]
public sealed class PathMtuProbes
{
    private const int Mss = 984;
    private const int Large = 1460;

    private static readonly ConnectionSettings Settings = new() { MtuProbing = MtuProbing.Always, InitialWindow = 10, WindowScaling = false, Timestamps = false };

    [Fact]
    public void One_that_arrives_lets_the_others_follow() => Probed(Large)
        .Inject(Ack(seq: 1, ack: 1 + Large)).ExpectSilence().Expect("mtu", 1500, tcb => tcb.Mtu)
        .Send(2 * Large).Expect(Text(Large, seq: 1 + Large + (4 * Mss), ack: 1), Text(Large, seq: 1 + (2 * Large) + (4 * Mss), ack: 1));

    [Fact, Rule("RFC 4821", "§7.6.2")]
    public void One_that_is_lost_was_too_large_and_is_no_congestion() => Probed(Large)
        .Inject(Behind(Large)).Expect(Text(Mss, seq: 1, ack: 1), Text(Large - Mss, seq: 1 + Mss, ack: 1))
        .Expect("mtu", 1024, tcb => tcb.Mtu)
        .Expect("cwnd", 10u * Mss, tcb => tcb.Congestion.Size).Expect("ssthresh", uint.MaxValue, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact]
    public void It_is_not_sent_without_text_enough_behind_it_to_show_its_loss() => Established()
        .Send(Large + (4 * Mss) - 1).Expect([Text(Mss, seq: 1, ack: 1), .. Following(1 + Mss)]);   // and a small one waits for company

    [Fact, Rule("RFC 4821", "§7.3")]
    public void After_ten_minutes_the_path_may_have_become_wider()
    {
        const int Widest = Mss + 8;
        var script = Established(Widest).Send(Widest + (4 * Mss)).Expect(FirstOf(Widest)).After(100.Milliseconds()).ExpectSilence();
        script.Inject(Behind(Widest)).Expect(Text(Mss, seq: 1, ack: 1), Text(8, seq: 1 + Mss, ack: 1))
            .Inject(Ack(seq: 1, ack: 1 + Widest + (4 * Mss))).ExpectSilence();
        const uint Next = 1 + Widest + (4 * Mss);

        script.Send(Mss).Expect(Text(Mss, seq: Next, ack: 1)).Inject(Ack(seq: 1, ack: Next + Mss)).ExpectSilence()
            .After(TimeSpan.FromMinutes(10)).ExpectSilence()
            .Send(Mss).Expect(Text(Mss, seq: Next + Mss, ack: 1)).Inject(Ack(seq: 1, ack: Next + (2 * Mss))).ExpectSilence()
            .Send(Widest + (4 * Mss)).Expect([Text(Widest, seq: Next + (2 * Mss), ack: 1), .. Following(Next + (2 * Mss) + Widest)]);
    }

    /// <summary>One larger segment and four others have left 100 ms ago.</summary>
    private static Script Probed(int large) => Established()
        .Send(large + (4 * Mss)).Expect(FirstOf(large)).After(100.Milliseconds()).ExpectSilence();

    private static Script Established(ushort mss = Large) => Script.In(Listen, Settings)
        .Inject(Syn().Mss(mss).SackPermitted()).Expect(SynAck(ack: 1)).After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence();

    private static SegmentLine[] FirstOf(int large) => [Text(large, seq: 1, ack: 1), .. Following((uint)(1 + large))];

    private static SegmentLine[] Following(uint seq) => [.. Enumerable.Range(0, 4).Select(n => Text(Mss, seq + (uint)(n * Mss), ack: 1))];

    /// <summary>Three of the segments behind it have arrived.</summary>
    private static SegmentLine Behind(int large) => Ack(seq: 1, ack: 1).Sack(((uint)(1 + large), (uint)(1 + large + (3 * Mss))));
}
