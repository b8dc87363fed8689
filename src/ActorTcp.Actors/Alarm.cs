namespace ActorTcp.Actors;

/// <summary>A due time that a <see cref="TimerWheel"/> can file without a further object. The fields belong to the wheel.</summary>
internal abstract class Alarm
{
    /// <summary>The due time of an alarm that is not set.</summary>
    public static readonly TimeSpan Never = TimeSpan.MaxValue;

    /// <summary>Neighbours in the ring of the slot where this alarm is filed; null when it is not.</summary>
    internal Alarm? NextInSlot, PreviousInSlot;

    /// <summary>When to go off: time on the shard's clock. The slot may come up earlier, never later.</summary>
    internal TimeSpan RingsAt
    {
        get => TimeSpan.FromTicks(_ringsAt);
        set => _ringsAt = value.Ticks;
    }

    internal short WheelSlot;

    /// <summary>In ticks: a number lies closer to the other fields than a structure does.</summary>
    private long _ringsAt = Never.Ticks;
}
