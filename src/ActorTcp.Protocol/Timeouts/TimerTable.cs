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

    /// <summary>Takes out one timer that is due, if there is one.</summary>
    public bool TryTakeDue(TimeSpan now, out Timer timer)
    {
        for (var i = 0; i < Count; i++)
        {
            if (_due[i] <= now)
            {
                _due[i] = TimeSpan.MaxValue;
                timer = (Timer)i;
                return true;
            }
        }

        timer = default;
        return false;
    }

    [InlineArray(Count)]
    private struct Deadlines
    {
        private TimeSpan _first;
    }
}
