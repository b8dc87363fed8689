using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The latest decisions of a listener on one shard. A flood overwrites them at its own pace; nothing is allocated.</summary>
internal sealed class ListenerHistory
{
    public const int Latest = 256;

    private readonly (TimeSpan At, Counter What, ushort RemotePort, IpAddr Remote)[] _entries = new (TimeSpan, Counter, ushort, IpAddr)[Latest];

    /// <summary>How many there have been in all.</summary>
    public long Total { get; private set; }

    public void Add(TimeSpan at, Counter what, in FourTuple tuple)
    {
        ref var entry = ref _entries[Total++ % Latest];
        (entry.At, entry.What, entry.RemotePort, entry.Remote) = (at, what, tuple.RemotePort, tuple.Remote);
    }

    /// <summary>A copy in the order of events.</summary>
    public ListenerEvent[] ToArray()
    {
        var first = Math.Max(Total - Latest, 0);
        var events = new ListenerEvent[Total - first];
        for (var i = 0; i < events.Length; i++)
        {
            var (at, what, port, remote) = _entries[(first + i) % Latest];
            events[i] = new ListenerEvent(at, what, remote == default ? null : new System.Net.IPEndPoint(remote.ToIPAddress(), port));
        }

        return events;
    }
}
