using System.Diagnostics.Metrics;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <content>How it stands, for whoever asks from whichever thread.</content>
public sealed partial class TcpStack
{
    private readonly long _began;

    /// <summary>Those that listen now.</summary>
    public IReadOnlyList<TcpListener> Listeners
    {
        get
        {
            lock (_listeners)
            {
                return [.. _listeners];
            }
        }
    }

    /// <summary>Told of every handshake whose latency is known, in seconds, on the shard's thread; null while nobody asks.</summary>
    internal Histogram<double>? HandshakeDuration { get; set; }

    /// <summary>Everything that is counted and measured. A shard spends some ten microseconds on it.</summary>
    public async Task<StackReading> ReadAsync()
    {
        var listeners = Listeners;
        var shards = new ShardReading?[ShardCount];
        await OnEveryShard(router => shards[router.Shard.Index] = ShardReading.Of(router, listeners)).ConfigureAwait(false);
        return Merge([.. shards.Select((shard, i) => shard ?? ShardReading.Of(_routers[i], listeners))], listeners);   // a shard that has ended answers no more
    }

    /// <summary>Connections, TIME-WAIT records and SYN-cache records, without stopping any shard for long: what comes or goes meanwhile may be missing.</summary>
    /// <param name="filter">Null lets everything through.</param>
    /// <param name="limit">How many at most; the rest is counted.</param>
    public Task<ConnectionsReading> ReadConnectionsAsync(ConnectionFilter? filter = null, int limit = 1000) =>
        new ConnectionSurvey(this, filter ?? ConnectionFilter.All, limit).RunAsync();

    /// <summary>The newest connections, living and ended, with their histories; the newest first.</summary>
    /// <inheritdoc cref="ReadConnectionsAsync"/>
    internal Task<IReadOnlyList<ConnectionStory>> ReadStoriesAsync(ConnectionFilter? filter = null, int limit = 20) =>
        new StorySurvey(this, filter ?? ConnectionFilter.All, limit).RunAsync();

    /// <summary>The time of day that a shard's clock means.</summary>
    internal DateTimeOffset TimeOfDay(TimeSpan at) => Options.Time.GetUtcNow() - (Options.Time.GetElapsedTime(_began) - at);

    /// <summary>Has a tap called from the next packet on.</summary>
    internal Task AttachAsync(ITap tap) => OnEveryShard(router => router.Attach(tap));

    internal Task DetachAsync(ITap tap) => OnEveryShard(router => router.Detach(tap));

    private StackReading Merge(ShardReading[] shards, IReadOnlyList<TcpListener> listeners)
    {
        var handshakes = new LatencyHistogram();
        Array.ForEach(shards, shard => handshakes.Add(shard.Handshakes));
        return new StackReading
        {
            At = Options.Time.GetUtcNow(),
            Age = Options.Time.GetElapsedTime(_began),
            Shards = ShardCount,
            Counters = [.. CounterCatalog.All.Select((each, i) => new CounterReading(each.Name, each.LinuxName, each.Meaning, shards.Sum(shard => shard.Counters[i]) + _outside[each.Counter]))],
            Drops = [.. DropCatalog.All.Select((each, i) => new CounterReading(each.Name, each.LinuxName, each.Meaning, shards.Sum(shard => shard.Drops[i])))],
            Connections = Enum.GetValues<TcpState>().ToDictionary(state => state, state => state switch
            {
                TcpState.Closed => 0,
                TcpState.Listen => listeners.Count,
                _ => shards.Sum(shard => shard.Connections[(int)state]),
            }),
            Listeners = [.. listeners.Select((listener, i) => new ListenerReading(
                listener.Options.Port,
                listener.Options.Prefixes,
                listener.Options.Name,
                listener.Policy,
                shards.Max(shard => shard.Listeners[i].Pressure),
                shards.Sum(shard => shard.Listeners[i].HalfOpen),
                shards.Sum(shard => shard.Listeners[i].Limit),
                shards.Sum(shard => shard.Listeners[i].SynCache),
                listener.AcceptQueue,
                listener.Limits.Backlog))],
            Edges = [.. StateDiagram.Edges.Select((edge, i) => new EdgeReading(edge.From, edge.Cause, edge.To, edge.Section, shards.Sum(shard => shard.Edges[i])))],
            LongestTurn = shards.Max(shard => shard.LongestTurn),
            Handshakes = handshakes,
        };
    }
}
