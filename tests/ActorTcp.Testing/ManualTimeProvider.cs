namespace ActorTcp.Testing;

/// <summary>A clock that stands still until it is told to go on. It starts at the first day of 2000, UTC. Timers fire within <see cref="Advance"/>.</summary>
internal sealed class ManualTimeProvider : TimeProvider
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly List<ManualTimer> _timers = [];

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public TimeSpan Elapsed { get; private set; }

    /// <summary>When the first timer fires; null when none is set.</summary>
    public TimeSpan? NextDue => _timers.Count == 0 ? null : _timers.Min(timer => timer.Due);

    public override long GetTimestamp() => Elapsed.Ticks;

    public override DateTimeOffset GetUtcNow() => Epoch + Elapsed;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new ManualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(by, TimeSpan.Zero);
        var end = Elapsed + by;
        while (_timers.Count > 0 && _timers.MinBy(timer => timer.Due) is { } first && first.Due <= end)
        {
            Elapsed = first.Due > Elapsed ? first.Due : Elapsed;
            _timers.Remove(first);
            first.Fire();
        }

        Elapsed = end;
    }

    internal void Set(ManualTimer timer)
    {
        _timers.Remove(timer);
        if (timer.Due != TimeSpan.MaxValue)
        {
            _timers.Add(timer);
        }
    }
}
