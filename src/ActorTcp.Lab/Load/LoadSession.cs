namespace ActorTcp.Lab;

/// <summary>
/// One generator's share of a load: which flow is due, how long flows wait, and what became of them. A pure machine for the generator's thread; time is
/// handed in, counted from the beginning of the plan.
/// </summary>
/// <param name="parts">How many generators share the limits, as they share the plan.</param>
internal sealed class LoadSession(LoadPacer pacer, Exchange exchange, LoadLimits limits, int parts = 1)
{
    /// <summary>A start that is so much behind its time counts as late.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMilliseconds(5);

    private readonly Dictionary<TimeSpan, FlowQueue> _resting = [];
    private readonly TimeSpan _gap = TimeSpan.FromSeconds(parts / limits.Rate);
    private TimeSpan _notBefore = TimeSpan.Zero;
    private TimeSpan _lastFull = TimeSpan.MinValue;
    private TimeSpan? _stopped;

    public Exchange Exchange => exchange;

    public LoadTally Results { get; } = new();

    public LoadSeconds Seconds { get; } = new();

    /// <summary>Flows that have started and not ended.</summary>
    public int Open { get; private set; }

    /// <summary>Set by whoever watches the memory: no flow starts while it is so.</summary>
    public bool IsShort { get; set; }

    /// <summary>Flows that wait for the peer.</summary>
    public FlowQueue Waiting { get; } = new(limits.Wait);

    /// <summary>The plan is over: what is still open may end.</summary>
    public bool IsStopping => _stopped is not null;

    private bool IsFull => IsShort || Open >= (limits.Open + parts - 1) / parts;

    /// <summary>Flows that hold their connections for a time.</summary>
    public FlowQueue Resting(TimeSpan time)
    {
        if (!_resting.TryGetValue(time, out var queue))
        {
            _resting[time] = queue = new FlowQueue(time);
        }

        return queue;
    }

    /// <summary>Whether a flow is to start now; then <see cref="Flow.Begin"/> follows.</summary>
    public bool TryStart(TimeSpan now, out TimeSpan intended)
    {
        intended = now;
        if (IsStopping || now < _notBefore)
        {
            return false;
        }

        if (IsFull)
        {
            _lastFull = now;
            return false;
        }

        if (!pacer.TryTake(now, Open, out intended))
        {
            return false;
        }

        // A burst to make up for lost time is no faster than the limit either, but what one wait has cost may be made up for.
        _notBefore = TimeSpan.FromTicks(Math.Max(_notBefore.Ticks, (now - Late).Ticks)) + _gap;
        Count(intended, now);
        return true;
    }

    /// <summary>Handles the flows whose wait is over, and the end of a second.</summary>
    public void Tick(TimeSpan now)
    {
        Seconds.Tick(now, Open);
        if (!IsStopping && (pacer.IsOver(now) || now >= limits.Duration))
        {
            Stop(now);
        }

        Ring(Waiting, now);
        foreach (var queue in _resting.Values)
        {
            Ring(queue, now);
        }
    }

    /// <summary>Begins the end of the load: no flow starts any more.</summary>
    public void Stop(TimeSpan now)
    {
        if (!IsStopping)
        {
            Results.NotStarted += pacer.Abandon(now);
            _stopped = now;
        }
    }

    /// <summary>Whether nothing is left to wait for.</summary>
    public bool IsOver(TimeSpan now) => _stopped is { } stopped && (Open == 0 || now >= stopped + limits.Drain);

    /// <summary>When there will be something to do, if nothing comes from the network before.</summary>
    public TimeSpan NextDue(TimeSpan now)
    {
        var next = _stopped is { } stopped ? stopped + limits.Drain
            : now < _notBefore ? _notBefore
            : IsFull ? limits.Duration
            : pacer.NextDue(now) ?? now;
        next = Min(next, Seconds.NextDue);
        next = Min(next, Waiting.NextDue ?? next);
        foreach (var queue in _resting.Values)
        {
            next = Min(next, queue.NextDue ?? next);
        }

        return next;
    }

    public void Connected(TimeSpan synToSynAck, TimeSpan sinceIntended, TimeSpan now)
    {
        Results.Connected++;
        Results.SynToSynAck.Record(synToSynAck);
        Results.Connect.Record(sinceIntended);
        Seconds.Connected(sinceIntended);
    }

    public void Ended(FlowEnd end, TimeSpan now)
    {
        Open--;
        Results.Ends[end] = Results.Ends.GetValueOrDefault(end) + 1;
        Seconds.Ended(end);
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;

    private static void Ring(FlowQueue queue, TimeSpan now)
    {
        while (queue.TakeDue(now) is { } flow)
        {
            flow.IsDue(now);
        }
    }

    private void Count(TimeSpan intended, TimeSpan now)
    {
        Open++;
        Results.Started++;
        Results.MostOpen = Math.Max(Results.MostOpen, Open);
        Results.Lag.Record(now - intended);
        if (now - intended >= Late)
        {
            var wasFull = _lastFull >= intended;
            Results.HeldBack += wasFull ? 1 : 0;
            Results.Late += wasFull ? 0 : 1;
        }

        Seconds.Started();
    }
}
