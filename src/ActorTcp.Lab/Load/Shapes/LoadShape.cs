namespace ActorTcp.Lab;

/// <summary>
/// One part of a plan: how many flows begin, and when. The names are those of NBomber 4's load simulations. An open loop starts flows at times of its own,
/// whatever became of the earlier ones; a closed loop starts one when another has ended.
/// </summary>
internal abstract record LoadShape
{
    /// <summary>Null where the work decides.</summary>
    public virtual TimeSpan? During => null;

    /// <summary>Closed loop: how many flows to start in all; null where the time decides.</summary>
    public virtual long? Iterations => null;

    /// <summary>Open loop, per second: what a ramp that follows begins with.</summary>
    public virtual double LastRate => 0;

    /// <summary>Closed loop: what a ramp that follows begins with.</summary>
    public virtual int LastCopies => 0;

    /// <summary>Open loop: when flows start, counted from the beginning of this shape.</summary>
    /// <param name="earlierRate">The <see cref="LastRate"/> of the shape before.</param>
    public virtual IEnumerable<TimeSpan> Arrivals(double earlierRate, Random random) => [];

    /// <summary>Closed loop: how many flows should be open.</summary>
    /// <param name="at">Counted from the beginning of this shape.</param>
    /// <param name="earlierCopies">The <see cref="LastCopies"/> of the shape before.</param>
    public virtual int CopiesAt(TimeSpan at, int earlierCopies) => 0;
}
