using System.Runtime.CompilerServices;

namespace ActorTcp.Protocol;

/// <summary>When each timer of a connection is due. The actor needs only <see cref="NextDue"/>: one wake-up serves all of them.</summary>
internal struct TimerTable
{
    private const int Count = (int)Timer.TimeWait + 1;
    private Deadlines _due;

    public TimerTable() => StopAll();

    /// <summary>When the first running timer is due, or <see cref="TimeSpan.MaxValue"/> when none runs.</summary>
    public readonly TimeSpan NextDue
    {
        get
        {
            var next = TimeSpan.MaxValue;
            foreach (var due in (ReadOnlySpan<TimeSpan>)_due)
            {
                next = due < next ? due : next;
            }

            return next;
        }
    }

    /// <summary>When this timer is due, or <see cref="TimeSpan.MaxValue"/> when it does not run.</summary>
    public readonly TimeSpan Due(Timer timer) => _due[(int)timer];

    public readonly bool IsRunning(Timer timer) => _due[(int)timer] != TimeSpan.MaxValue;

    public void Start(Timer timer, TimeSpan due) => _due[(int)timer] = due;

    public void Stop(Timer timer) => _due[(int)timer] = TimeSpan.MaxValue;

    public void StopAll() => ((Span<TimeSpan>)_due).Fill(TimeSpan.MaxValue);

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

    [InlineArray(Count)]
    private struct Deadlines
    {
        private TimeSpan _first;
    }
}
