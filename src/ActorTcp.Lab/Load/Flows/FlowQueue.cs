namespace ActorTcp.Lab;

/// <summary>
/// Flows that wait, each for the same time: whoever came first is due first. Joining, leaving and looking at the first cost the same for a million of them.
/// </summary>
internal sealed class FlowQueue(TimeSpan wait)
{
    private Flow? _first;
    private Flow? _last;

    public TimeSpan? NextDue => _first?.Due;

    public void Join(Flow flow, TimeSpan now)
    {
        flow.Queue?.Leave(flow);
        (flow.Queue, flow.Due, flow.Before, flow.Behind) = (this, now + wait, _last, null);
        if (_last is null)
        {
            _first = flow;
        }
        else
        {
            _last.Behind = flow;
        }

        _last = flow;
    }

    public void Leave(Flow flow)
    {
        if (flow.Before is null)
        {
            _first = flow.Behind;
        }
        else
        {
            flow.Before.Behind = flow.Behind;
        }

        if (flow.Behind is null)
        {
            _last = flow.Before;
        }
        else
        {
            flow.Behind.Before = flow.Before;
        }

        (flow.Queue, flow.Before, flow.Behind) = (null, null, null);
    }

    /// <summary>Takes the first one out if its time has come.</summary>
    public Flow? TakeDue(TimeSpan now)
    {
        if (_first is not { } flow || flow.Due > now)
        {
            return null;
        }

        Leave(flow);
        return flow;
    }
}
