using System.Text.Json;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Hosting;

/// <summary>Every metric of a stack. <c>docs/metrics.md</c> is made from it.</summary>
internal static class MetricCatalog
{
    public static readonly IReadOnlyList<Metric> All =
    [
        .. CounterCatalog.All.Select(each => new Metric($"actortcp.{each.Name}", MetricKind.Counter, null, each.Meaning, each.LinuxName, [], reading => [MetricSample.Of(reading[each.Counter])])),
        new("actortcp.unsound_packets", MetricKind.Counter, null, "packets that ended in the reader, by what is wrong with them", null, ["reason"], ReadDrops),
        new("actortcp.transitions", MetricKind.Counter, null, "times that an edge of the state diagram of RFC 9293 was taken", null, ["from", "cause", "to"], ReadEdges),
        new("actortcp.connections", MetricKind.Gauge, null, "connections by state, with the records that stand for some", null, ["state"], ReadConnections),
        OfListeners("half_open", "peers that have sent a SYN and have not proved their address", ports => ports.Sum(each => each.HalfOpen)),
        OfListeners("half_open.limit", "what the half-open peers of a port may reach, on all shards together", ports => ports.Sum(each => each.HalfOpenLimit)),
        OfListeners("syn_cache", "half-open peers that are records in the SYN cache", ports => ports.Sum(each => each.SynCache)),
        OfListeners("accept_queue", "established connections that wait to be accepted", ports => ports.Sum(each => each.AcceptQueue)),
        OfListeners("accept_queue.limit", "what the accept queue of a port may reach", ports => ports.Sum(each => each.Backlog)),
        OfListeners("pressure", "how the most pressed shard of a port behaves: 0 calm, 1 pressed, 2 flooded", ports => ports.Max(each => (int)each.Pressure)),
        new("actortcp.turn.longest", MetricKind.Gauge, "s", "the longest time that a shard took for one round, since its start", null, [], reading => [MetricSample.Of(reading.LongestTurn.TotalSeconds)]),
        new("actortcp.shards", MetricKind.Gauge, null, "threads with a queue of the device each", null, [], reading => [MetricSample.Of(reading.Shards)]),
        new("actortcp.uptime", MetricKind.Gauge, "s", "how long the stack has existed", null, [], reading => [MetricSample.Of(reading.Age.TotalSeconds)]),
        HandshakeDuration.Metric,
    ];

    private static Metric OfListeners(string name, string meaning, Func<IReadOnlyList<ListenerReading>, double> value) =>
        new($"actortcp.{name}", MetricKind.Gauge, null, meaning, null, ["port"], reading => reading.Listeners.GroupBy(each => each.Port)
            .Select(port => MetricSample.Of(value([.. port]), new KeyValuePair<string, object?>("port", (int)port.Key))));

    private static IEnumerable<MetricSample> ReadDrops(StackReading reading) =>
        reading.Drops.Select(drop => MetricSample.Of(drop.Count, new KeyValuePair<string, object?>("reason", drop.Name["dropped_".Length..])));

    private static IEnumerable<MetricSample> ReadEdges(StackReading reading) => reading.Edges.Select(edge => MetricSample.Of(
        edge.Count,
        new KeyValuePair<string, object?>("from", LadderWords.Of(edge.From)),
        new KeyValuePair<string, object?>("cause", JsonNamingPolicy.SnakeCaseLower.ConvertName(edge.Cause.ToString())),
        new KeyValuePair<string, object?>("to", LadderWords.Of(edge.To))));

    /// <summary>Of CLOSED and LISTEN there are no connections.</summary>
    private static IEnumerable<MetricSample> ReadConnections(StackReading reading) => reading.Connections
        .Where(state => state.Key is not (TcpState.Closed or TcpState.Listen))
        .Select(state => MetricSample.Of(state.Value, new KeyValuePair<string, object?>("state", LadderWords.Of(state.Key))));
}
