using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What one shard adds to a <see cref="StackReading"/>: copied on its thread, between two turns.</summary>
internal sealed class ShardReading
{
    public required long[] Counters { get; init; }

    /// <summary>In the order of <see cref="DropCatalog"/>.</summary>
    public required long[] Drops { get; init; }

    /// <summary>Connections by state, with the records that stand in for some.</summary>
    public required long[] Connections { get; init; }

    public required long[] Edges { get; init; }

    public required LatencyHistogram Handshakes { get; init; }

    public required TimeSpan LongestTurn { get; init; }

    /// <summary>For each listener what it has on this shard.</summary>
    public required (Pressure Pressure, int HalfOpen, int Limit, int SynCache)[] Listeners { get; init; }

    public static ShardReading Of(SegmentRouter router, IReadOnlyList<TcpListener> listeners)
    {
        var handshakes = new LatencyHistogram();
        handshakes.Add(router.Handshakes);
        var reading = new ShardReading
        {
            Counters = [.. CounterCatalog.All.Select(each => router.Counters[each.Counter])],
            Drops = [.. DropCatalog.All.Select(each => router.Counters[each.Reason])],
            Connections = [.. Enum.GetValues<TcpState>().Select(state => router.Population[state])],
            Edges = router.Population.Edges.ToArray(),
            Handshakes = handshakes,
            LongestTurn = router.Shard.LongestRound,
            Listeners = [.. listeners.Select(listener => listener.Actors[router.Shard.Index]).Select(actor => (actor.Pressure, actor.HalfOpen, actor.Limit, actor.Cache?.Count ?? 0))],
        };
        reading.Connections[(int)TcpState.SynReceived] += reading.Listeners.Sum(each => each.SynCache);
        reading.Connections[(int)TcpState.TimeWait] += router.TimeWaits.Count;
        return reading;
    }
}
