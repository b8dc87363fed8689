namespace ActorTcp.Protocol;

/// <summary>RFC 9438 §4.1.2: what CUBIC remembers of the last loss and of the growth since then. Windows are in segments, times in seconds.</summary>
internal sealed class CubicEpoch
{
    /// <summary>W_max: the window at the last loss, where growth is slowest; zero when none is known.</summary>
    public double MaxWindow;

    /// <summary>cwnd_prior: the window before the last loss.</summary>
    public double PriorWindow;

    /// <summary>W_est: what the window of RFC 5681 would be by now.</summary>
    public double RenoWindow;

    /// <summary>K: how long growth takes to reach <see cref="MaxWindow"/>.</summary>
    public double TimeToMax;

    /// <summary>t_epoch: when congestion avoidance began after the last loss; meaningful while <see cref="HasBegun"/>.</summary>
    public TimeSpan Start;

    public bool HasBegun;
}
