using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 3522 and RFC 4015, Eifel: a timeout that was one too many is found out by the timestamp and taken back.</summary>
[Rule("RFC 3522", "§3"), Rule("RFC 4015", "§3")]
public sealed class RecoveryFromSpuriousTimeouts
{
    private const int Mss = 1448;
    private static readonly ConnectionSettings Settings = new() { InitialWindow = 4, WindowScaling = false };

    [Fact, Rule("RFC 3522", "§3.2")]
    public void What_answers_the_original_shows_that_nothing_was_lost() => TimedOut()
        .Inject(Ack(seq: 1, ack: 1 + Mss).Timestamps(900, 100)).Expect(Text(Mss, seq: 1 + (4 * Mss), ack: 1), Text(Mss, seq: 1 + (5 * Mss), ack: 1))
        .Expect("ssthresh", uint.MaxValue, tcb => tcb.Congestion.SlowStartThreshold)
        .Expect("cwnd", 5u * Mss, tcb => tcb.Congestion.Size);

    [Fact, Rule("RFC 3522", "§3.2")]
    public void What_answers_the_repetition_goes_on_repeating() => TimedOut()
        .Inject(Ack(seq: 1, ack: 1 + Mss).Timestamps(900, 602)).Expect(Text(Mss, seq: 1 + Mss, ack: 1), Text(Mss, seq: 1 + (2 * Mss), ack: 1))
        .Expect("ssthresh", 2u * Mss, tcb => tcb.Congestion.SlowStartThreshold);

    /// <summary>Four segments of eight left at 100 ms on a path of 100 ms; none was acknowledged, the last one is repeated as a probe, then the first one by the timeout.</summary>
    private static Script TimedOut()
    {
        var script = Script.In(Listen, Settings)
            .Inject(Syn().Mss(1460).SackPermitted().Timestamps(700, 0)).Expect(SynAck(ack: 1))
            .After(100.Milliseconds()).ExpectSilence()
            .Inject(Ack(seq: 1, ack: 1).Timestamps(800, 0)).ExpectSilence()
            .Send(4 * Mss).Expect([.. Enumerable.Range(0, 4).Select(n => Text(Mss, seq: (uint)(1 + (n * Mss)), ack: 1))]);
        script.Machine.Advance(502.Milliseconds());
        script.Machine.Sent.Clear();
        return script.Send(4 * Mss).ExpectSilence();
    }
}
