using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The latest decisions of a listener on one shard. A flood overwrites them at its own pace; nothing is allocated.</summary>
internal sealed class ListenerHistory
{
    public const int Latest = 256;

    private readonly (TimeSpan At, Counter What, FourTuple Tuple)[] _entries = new (TimeSpan, Counter, FourTuple)[Latest];

    /// <summary>How many there have been in all.</summary>
    public long Total { get; private set; }

    public void Add(TimeSpan at, Counter what, in FourTuple tuple) => _entries[Total++ % Latest] = (at, what, tuple);

    /// <summary>A copy in the order of events.</summary>
    public ListenerEvent[] ToArray()
    {
        var first = Math.Max(Total - Latest, 0);
        var events = new ListenerEvent[Total - first];
        for (var i = 0; i < events.Length; i++)
        {
            var (at, what, tuple) = _entries[(first + i) % Latest];
            events[i] = new ListenerEvent(at, what, tuple == default ? null : new System.Net.IPEndPoint(tuple.Remote.ToIPAddress(), tuple.RemotePort));
        }

        return events;
    }
}
