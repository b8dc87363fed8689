namespace ActorTcp.Lab;

/// <summary>A clock that stands still between events, so that a minute of waiting takes no time.</summary>
internal sealed class VirtualClock : TimeProvider
{
    public TimeSpan Now { get; private set; }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    /// <summary>As if it had begun with the year 1970.</summary>
    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch + Now;

    public override long GetTimestamp() => Now.Ticks;

    public void AdvanceTo(TimeSpan time) => Now = time > Now ? time : Now;
}
