using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 6298: the retransmission timeout and the estimators it is computed from.</summary>
/// <remarks>One segment is timed at a time, and none that was repeated (Karn's algorithm, §3; MUST-18).</remarks>
/// <param name="initial">The timeout before anything has been measured (§2.1).</param>
internal struct RetransmissionTimeout(TimeSpan initial)
{
    private static readonly TimeSpan Granularity = TimeSpan.FromMilliseconds(1);
    private TimeSpan _timedAt;
    private uint _srttTicks;
    private uint _rttVarTicks;

    /// <summary>RTO, with back-off.</summary>
    public TimeSpan Value { get; private set; } = initial;

    /// <summary>SRTT: smoothed round-trip time; zero before the first measurement, and never beyond seven minutes.</summary>
    public readonly TimeSpan Srtt => TimeSpan.FromTicks(_srttTicks);

    /// <summary>RTTVAR: round-trip time variation.</summary>
    public readonly TimeSpan RttVar => TimeSpan.FromTicks(_rttVarTicks);

    /// <summary>The segment being timed ends before this number; meaningful while <see cref="IsTiming"/>.</summary>
    public SeqNum TimedEnd { get; private set; }

    public bool IsTiming { get; private set; }

    /// <summary>Whether there has been a measurement.</summary>
    public bool IsMeasured { get; private set; }

    /// <summary>Begins to time a segment that is sent for the first time.</summary>
    public void Time(SeqNum end, TimeSpan now)
    {
        TimedEnd = end;
        _timedAt = now;
        IsTiming = true;
    }

    /// <summary>Karn's algorithm: what was repeated says nothing about the round trip.</summary>
    public void StopTiming() => IsTiming = false;

    /// <summary>Takes the measurement when the timed segment is acknowledged.</summary>
    public void Acknowledged(SeqNum una, TimeSpan now, ConnectionSettings settings)
    {
        if (!IsTiming || una < TimedEnd)
        {
            return;
        }

        IsTiming = false;
        Measured(now - _timedAt, settings);
    }

    /// <summary>§5.5: doubles the timeout.</summary>
    public void BackOff(ConnectionSettings settings) => Value = Limit(Value * 2, settings);

    /// <summary>§5.7: a SYN was lost, so nothing was measured; text begins with 3 s, or with the initial timeout if that is longer.</summary>
    public void AfterLostSyn(ConnectionSettings settings)
    {
        var safe = TimeSpan.FromSeconds(3);
        Value = settings.InitialRto > safe ? settings.InitialRto : safe;
    }

    /// <summary>Forgets the back-off: the peer has answered, it only had no room.</summary>
    public void EndBackOff(ConnectionSettings settings) => Value = IsMeasured ? Computed(settings) : settings.InitialRto;

    /// <summary>§2.2, §2.3: a round trip of <paramref name="r"/> was measured.</summary>
    public void Measured(TimeSpan r, ConnectionSettings settings)
    {
        var ticks = Math.Clamp(r.Ticks, 0, uint.MaxValue);
        _rttVarTicks = (uint)(IsMeasured ? (_rttVarTicks * 3L + Math.Abs(_srttTicks - ticks)) / 4 : ticks / 2);
        _srttTicks = (uint)(IsMeasured ? (_srttTicks * 7L + ticks) / 8 : ticks);
        IsMeasured = true;
        Value = Computed(settings);
    }

    private readonly TimeSpan Computed(ConnectionSettings settings)
    {
        var variation = RttVar * 4;
        return Limit(Srtt + (variation > Granularity ? variation : Granularity), settings);
    }

    private static TimeSpan Limit(TimeSpan rto, ConnectionSettings settings) =>
        rto < settings.MinRto ? settings.MinRto : rto > settings.MaxRto ? settings.MaxRto : rto;
}
