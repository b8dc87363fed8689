namespace ActorTcp.Protocol;

/// <summary>When a listener thinks that it is being flooded, and when no longer. Shares are of the half-open limit, from 0 to 1.</summary>
public sealed record FloodThresholds
{
    /// <summary>From this share of half-open connections on, a listener is pressed: <see cref="HalfOpenPolicy.ShortTimer"/> shortens its timer.</summary>
    public double Enter { get; init; } = 0.5;

    /// <summary>Down at this share it is calm again. Less than <see cref="Enter"/>, so that it does not waver.</summary>
    public double Leave { get; init; } = 0.25;

    /// <summary>How long <see cref="HalfOpenPolicy.Hybrid"/> answers with cookies at least, once the limit was reached.</summary>
    public TimeSpan HoldDown { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The hold-down doubles each time that the limit is reached again soon after it, up to this.</summary>
    public TimeSpan LongestHoldDown { get; init; } = TimeSpan.FromMinutes(16);

    /// <summary>How long a connection may stay half-open under pressure, where the policy shortens it: the first SYN-ACK and two repetitions.</summary>
    public TimeSpan ShortTimeout { get; init; } = TimeSpan.FromSeconds(7);
}
