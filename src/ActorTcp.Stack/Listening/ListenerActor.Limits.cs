using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <content>The limits, and how they change.</content>
internal sealed partial class ListenerActor
{
    private ListenLimits _limits;

    private HalfOpenRule Rule => HalfOpenRule.Of(_limits.Policy);

    private int HalfOpenLimit => Rule.Affordable(_limits.HalfOpenLimit, _limits.HalfOpenMemory);

    /// <summary>Other limits for the SYNs to come. What there is under the former ones ends as it would have, and a flood goes on being one.</summary>
    public void Change(ListenLimits limits)
    {
        var (former, pressure) = (_limits, Pressure);
        _limits = limits;
        _doorkeeper.Change(Rule, HalfOpenLimit, limits.Flood);
        _synAcks = limits.SynAcksPerSecond == former.SynAcksPerSecond ? _synAcks : SynAcks();
        _filter = limits.Budgets == former.Budgets ? _filter : Filter();
        if (_fastOpen is null)
        {
            _fastOpen = FastOpen();
        }
        else
        {
            _fastOpen.Limit = limits.FastOpenLimit;
        }

        if (limits.Policy == HalfOpenPolicy.Recycle && former.Policy != HalfOpenPolicy.Recycle)
        {
            _queue.Fill(_router.Flows.ToArray().Where(connection => connection.IsHalfOpenOf(Endpoint)));
        }

        if (limits.Policy == HalfOpenPolicy.SynCache && _cache is not null && _cache.Capacity != SynCache.CapacityFor(HalfOpenLimit))
        {
            MoveCache();
        }

        if (limits.Policy != former.Policy && Shard.Index == 0)
        {
            _router.Taps?.Switched(Endpoint, former.Policy);
        }

        _doorkeeper.Look(HalfOpen, Shard.Now);
        if (Pressure != pressure)
        {
            PressureChanged(pressure);
        }
    }

    private TokenBucket? SynAcks() => _limits.SynAcksPerSecond is { } most ? new TokenBucket(most) : null;

    private SynFilter? Filter() => _limits.Budgets is { } budgets ? new SynFilter(budgets, _router.FilterKey) : null;

    private FastOpenRequests? FastOpen() => _limits.FastOpenLimit is > 0 and var limit
        ? new FastOpenRequests(_router.FastOpenCookies, limit, Settings.HalfOpenTimeout, _router.Counters)
        : null;

    private void MoveCache()
    {
        var former = _cache!;
        (_cache, _sweptTo) = (new SynCache(HalfOpenLimit), 0);
        for (var place = 0; place < former.Capacity; place++)
        {
            if (!former[place].IsFree && _cache.Add(in former[place], _router.Hash(former[place].Tuple)))
            {
                _router.Counters.Add(Counter.HalfOpenEvicted);
                MadeWay();
            }
        }
    }
}
