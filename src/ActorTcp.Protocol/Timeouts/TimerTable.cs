using System.Runtime.CompilerServices;

namespace ActorTcp.Protocol;

/// <summary>When each timer of a connection is due. The actor needs only <see cref="NextDue"/>: one wake-up serves all of them.</summary>
/// <remarks>A timer is due on a whole millisecond, as the alarm of the actor is: the first that is not before the time it was started for. Forty bits of them last for 34 years.</remarks>
internal struct TimerTable
{
    private const int Count = (int)Timer.TimeWait + 1;
    private const long Never = (1L << 40) - 1;

    /// <summary>The lower 32 bits of each deadline.</summary>
    private Lower _lower;

    /// <summary>The upper 8 bits.</summary>
    private Upper _upper;

    public TimerTable() => StopAll();

    /// <summary>When the first running timer is due, or <see cref="TimeSpan.MaxValue"/> when none runs.</summary>
    public readonly TimeSpan NextDue
    {
        get
        {
            var next = Never;
            for (var i = 0; i < Count; i++)
            {
                next = Math.Min(next, Milliseconds(i));
            }

            return Time(next);
        }
    }

    /// <summary>When this timer is due, or <see cref="TimeSpan.MaxValue"/> when it does not run.</summary>
    public readonly TimeSpan Due(Timer timer) => Time(Milliseconds((int)timer));

    public readonly bool IsRunning(Timer timer) => Milliseconds((int)timer) != Never;

    public void Start(Timer timer, TimeSpan due) =>
        Set(timer, Math.Clamp((due.Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond, 0, Never - 1));

    public void Stop(Timer timer) => Set(timer, Never);

    public void StopAll()
    {
        ((Span<uint>)_lower).Fill(uint.MaxValue);
        ((Span<byte>)_upper).Fill(byte.MaxValue);
    }

    /// <summary>Takes out the timer that was due first, if any is due.</summary>
    public bool TryTakeDue(TimeSpan now, out Timer timer)
    {
        timer = default;
        for (var i = (Timer)1; (int)i < Count; i++)
        {
            timer = Due(i) < Due(timer) ? i : timer;
        }

        if (Due(timer) > now)
        {
            return false;
        }

        Stop(timer);
        return true;
    }

    private static TimeSpan Time(long milliseconds) =>
        milliseconds == Never ? TimeSpan.MaxValue : TimeSpan.FromTicks(milliseconds * TimeSpan.TicksPerMillisecond);

    private readonly long Milliseconds(int timer) => ((long)_upper[timer] << 32) | _lower[timer];

    private void Set(Timer timer, long milliseconds)
    {
        _lower[(int)timer] = (uint)milliseconds;
        _upper[(int)timer] = (byte)(milliseconds >> 32);
    }

    [InlineArray(Count)]
    private struct Lower
    {
        private uint _first;
    }

    [InlineArray(Count)]
    private struct Upper
    {
        private byte _first;
    }
}
