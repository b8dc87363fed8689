namespace ActorTcp.Lab;

/// <summary>
/// Says when flows are due by a plan. A pure machine: time is handed in, counted from the beginning of the plan. Several of them, in processes of their own,
/// share a plan without speaking to one another: the k-th flow belongs to the part k mod n.
/// </summary>
/// <param name="random">Of a Poisson process; the same seed in every part.</param>
/// <param name="part">From 0.</param>
/// <param name="parts">How many share the plan.</param>
internal sealed class LoadPacer(LoadPlan plan, Random random, int part = 0, int parts = 1)
{
    /// <summary>How finely a closed loop's ramp is followed.</summary>
    private static readonly TimeSpan RampStep = TimeSpan.FromMilliseconds(1);

    private IEnumerator<TimeSpan> _arrivals = Enumerable.Empty<TimeSpan>().GetEnumerator();
    private int _index = -1;
    private TimeSpan _began;
    private TimeSpan? _arrival;
    private long _arrived;
    private long _iterations;
    private double _earlierRate;
    private int _earlierCopies;

    private bool IsAtEnd => _index >= plan.Shapes.Count;

    private LoadShape Shape => plan.Shapes[_index];

    private TimeSpan End => Shape.During is { } during ? _began + during : _iterations == 0 ? _began : TimeSpan.MaxValue;

    /// <summary>Whether nothing will become due any more.</summary>
    public bool IsOver(TimeSpan now)
    {
        Settle(now);
        return IsAtEnd;
    }

    /// <summary>Takes the next flow that is due.</summary>
    /// <param name="open">How many flows of this part are open.</param>
    /// <param name="intended">When it was to start: latency counts from here. A closed loop means now.</param>
    public bool TryTake(TimeSpan now, int open, out TimeSpan intended)
    {
        Settle(now);
        intended = _arrival ?? now;
        if (IsAtEnd || intended > now)
        {
            return false;
        }

        if (_arrival is not null)
        {
            FindArrival();
            return true;
        }

        if (open >= Copies(now) || _iterations == 0)
        {
            return false;
        }

        _iterations--;
        return true;
    }

    /// <summary>When <see cref="TryTake"/> may have something that it has not now, if no flow ends before; null when the plan is over.</summary>
    public TimeSpan? NextDue(TimeSpan now)
    {
        Settle(now);
        return IsAtEnd ? null
            : _arrival ?? (Shape is RampingConstant ? TimeSpan.FromTicks(Math.Min((now + RampStep).Ticks, End.Ticks)) : End);
    }

    /// <summary>Gives up what is due and what would become due.</summary>
    /// <returns>How many flows of open loops were due by then and had not been taken.</returns>
    public long Abandon(TimeSpan now)
    {
        var left = 0L;
        for (Settle(now); _arrival <= now; left++)
        {
            FindArrival();
            Settle(now);
        }

        _index = plan.Shapes.Count;
        return left;
    }

    /// <summary>A shape's arrivals all come before the next shape's first, however late they are taken; its time goes on meanwhile.</summary>
    private void Settle(TimeSpan now)
    {
        while (!IsAtEnd && _arrival is null && (_index < 0 || End <= now))
        {
            Begin(_index < 0 ? TimeSpan.Zero : Shape.During is null ? now : End);
        }
    }

    private void Begin(TimeSpan at)
    {
        if (_index >= 0)
        {
            (_earlierRate, _earlierCopies) = (Shape.LastRate, Shape.LastCopies);
        }

        _index++;
        _began = at;
        if (!IsAtEnd)
        {
            _arrived = 0;
            _iterations = Shape.Iterations is { } all ? PartOf(all) : long.MaxValue;
            _arrivals = Shape.Arrivals(_earlierRate, random).GetEnumerator();
            FindArrival();
        }
    }

    private void FindArrival()
    {
        _arrival = null;
        while (_arrival is null && _arrivals.MoveNext())
        {
            _arrival = _arrived++ % parts == part ? _began + _arrivals.Current : null;
        }
    }

    private int Copies(TimeSpan now) => (int)PartOf(Shape.CopiesAt(now - _began, _earlierCopies));

    private long PartOf(long all) => (all + parts - 1 - part) / parts;
}
