using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;
using static ActorTcp.Tests.Protocol.RecoveryScripts;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9438, CUBIC: windows in segments of 1000 octets.</summary>
[Rule("RFC 9438", "§4")]
public sealed class RecoveryCubics
{
    private const uint Segment = 1000;
    private readonly Tcb _tcb = new(new ConnectionSettings { CongestionAlgorithm = CongestionAlgorithm.Cubic }, new SeqNum(0), mtu: 1500, isV4: true);
    private TimeSpan _now = 10.Seconds();

    [Fact, Rule("RFC 9438", "§4.6")]
    public void A_loss_leaves_seven_tenths() => InFlight(10, settings: new ConnectionSettings { CongestionAlgorithm = CongestionAlgorithm.Cubic })
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 4))).Expect(RecoveryScripts.Segment(0))
        .Expect("ssthresh", 7u * Mss, tcb => tcb.Congestion.SlowStartThreshold);

    [Fact, Rule("RFC 9438", "§4.2")]
    public void Growth_is_fast_then_slow_where_the_loss_was_then_fast()
    {
        Lose(at: 100);   // K = ∛(30 / 0.4) = 4.2 s

        Assert.InRange(After(1.Seconds()), 84, 87.5);      // 100 − 0.4 · 3.2³ = 86.7
        Assert.InRange(After(3.Seconds()), 98.5, 100.5);   // 100 − 0.4 · 0.2³
        Assert.InRange(After(4.Seconds()), 118, 125);      // 100 + 0.4 · 3.8³ = 121.7
    }

    [Fact, Rule("RFC 9438", "§4.2")]
    public void Growth_follows_the_formula()
    {
        const double Max = 1000;
        var k = Math.Cbrt(Max * 0.3 / 0.4);   // 9.1 s
        Lose(at: (int)Max);
        var began = _now;

        for (var round = 0; round < 300; round++)
        {
            Round(50.Milliseconds());
            var t = (_now - began).TotalSeconds;
            Assert.Equal((0.4 * Math.Pow(t - k, 3)) + Max, _tcb.Congestion.Size / (double)Segment, tolerance: 6);   // it grows by 5 in a round at most
        }
    }

    [Fact, Rule("RFC 9438", "§4.3")]
    public void On_a_short_path_it_grows_as_reno_would()
    {
        Lose(at: 10);

        for (var round = 0; round < 10; round++)
        {
            Round(1.Milliseconds());
        }

        Assert.InRange(_tcb.Congestion.Size / (double)Segment, 11.5, 13.5);   // from 7: 0.53 in a round up to 10, then 1
    }

    [Fact, Rule("RFC 9438", "§4.7")]
    public void Who_loses_again_before_regaining_the_window_leaves_room()
    {
        Lose(at: 100);
        Lose(at: 80);

        Assert.Equal(68, _tcb.Cubic!.MaxWindow);
    }

    [Fact, Rule("RFC 9438", "§4.8")]
    public void A_timeout_starts_slowly()
    {
        Cubic.Instance.Begin(_tcb, 100, Segment);
        Cubic.Instance.TimedOut(_tcb, 100 * Segment, Segment);

        Assert.Equal((1 * Segment, 70 * Segment), (_tcb.Congestion.Size, _tcb.Congestion.SlowStartThreshold));
    }

    [Fact, Rule("RFC 9438", "§5.8")]
    public void An_idle_time_is_no_time_to_grow_in()
    {
        Lose(at: 100);
        var before = After(1.Seconds());

        Cubic.Instance.Restarted(_tcb);
        _now += 60.Seconds();
        Round(100.Milliseconds());

        Assert.InRange(_tcb.Congestion.Size / (double)Segment, before, before + 2);
    }

    private void Lose(int at)
    {
        _tcb.Congestion.Size = (uint)at * Segment;
        Cubic.Instance.LossDetected(_tcb, _tcb.Congestion.Size, Segment);
    }

    /// <summary>Rounds of 100 ms for so long; the window then.</summary>
    private double After(TimeSpan time)
    {
        for (var until = _now + time; _now < until;)
        {
            Round(100.Milliseconds());
        }

        return _tcb.Congestion.Size / (double)Segment;
    }

    /// <summary>A round trip, in which all of the window is acknowledged.</summary>
    private void Round(TimeSpan rtt)
    {
        var segments = _tcb.Congestion.Size / Segment;
        for (uint i = 0; i < segments; i++)
        {
            _now += rtt / segments;
            Cubic.Instance.Acknowledged(_tcb, Segment, Segment, _now, rtt);
        }
    }
}
