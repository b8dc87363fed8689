using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>Collects the <see cref="ConnectionReading"/>s that fit a filter.</summary>
internal sealed class ConnectionSurvey(TcpStack stack, ConnectionFilter filter, int limit) : Survey(stack)
{
    private readonly List<ConnectionReading> _taken = [];
    private long _leftOut;

    public async Task<ConnectionsReading> RunAsync()
    {
        await WalkAsync().ConfigureAwait(false);
        return new ConnectionsReading(_taken, _leftOut);
    }

    protected override IEnumerable<bool> Walk(SegmentRouter router) =>
        Flows(router, Take)
            .Concat(TimeWaits(router))
            .Concat(Stack.Listeners.SelectMany(listener => SynCache(router, listener.Actors[router.Shard.Index])));

    private void Take(ConnectionActor connection)
    {
        if (filter.Fits(connection.Tuple, connection.Tcb.State, connection.Id) && HasRoom())
        {
            _taken.Add(ConnectionReadings.Of(connection));
        }
    }

    private IEnumerable<bool> TimeWaits(SegmentRouter router)
    {
        for (var i = 0; i < router.TimeWaits.Capacity; i++)
        {
            if (router.TimeWaits.TryRead(i, out var tuple, out var due) && filter.Fits(in tuple, TcpState.TimeWait, id: null) && HasRoom())
            {
                _taken.Add(ConnectionReadings.OfTimeWait(in tuple, due - router.Shard.Now));
            }

            if (i % Slice == Slice - 1)
            {
                yield return true;
            }
        }
    }

    private IEnumerable<bool> SynCache(SegmentRouter router, ListenerActor listener)
    {
        for (var i = 0; listener.Cache is { } cache && i < cache.Capacity; i++)
        {
            if (!cache[i].IsFree && filter.Fits(cache[i].Tuple, TcpState.SynReceived, id: null) && HasRoom())
            {
                _taken.Add(ConnectionReadings.Of(in cache[i], listener.Endpoint.Options.Name, router.Shard.Now));
            }

            if (i % Slice == Slice - 1)
            {
                yield return true;
            }
        }
    }

    private bool HasRoom()
    {
        var has = _taken.Count < limit;
        _leftOut += has ? 0 : 1;
        return has;
    }
}
