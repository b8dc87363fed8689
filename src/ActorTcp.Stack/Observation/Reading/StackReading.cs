using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>How a running stack stands. Each shard was read between two of its turns, so that its own figures agree with each other; the shards one shortly after the other.</summary>
public sealed record StackReading
{
    /// <summary>When it was taken.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>How long the stack has existed.</summary>
    public required TimeSpan Age { get; init; }

    public required int Shards { get; init; }

    /// <summary>Every counter, in the order of <see cref="Counter"/>.</summary>
    public required IReadOnlyList<CounterReading> Counters { get; init; }

    /// <summary>Packets that were no sound ones, by reason.</summary>
    public required IReadOnlyList<CounterReading> Drops { get; init; }

    /// <summary>How many connections are in each state. SYN-RECEIVED includes the records of SYN caches, LISTEN counts the listeners, CLOSED is nobody.</summary>
    public required IReadOnlyDictionary<TcpState, long> Connections { get; init; }

    public required IReadOnlyList<ListenerReading> Listeners { get; init; }

    /// <summary>
    /// Every edge of the state diagram, in the RFC's order of states. A listener takes CLOSED → LISTEN once on each shard; a connection begins in LISTEN or, by an active OPEN, in CLOSED.
    /// </summary>
    public required IReadOnlyList<EdgeReading> Edges { get; init; }

    /// <summary>The longest time that one round of a shard's loop took.</summary>
    public required TimeSpan LongestTurn { get; init; }

    /// <summary>From the SYN-ACK to the final ACK. Handshakes with a repeated SYN-ACK or with a cookie are left out: what they took is not known.</summary>
    internal LatencyHistogram Handshakes { get; init; } = new();

    /// <summary>Handshakes whose latency is known.</summary>
    public long HandshakesTimed => Handshakes.Count;

    public long this[Counter counter] => Counters[(int)counter].Count;

    /// <summary>The least time that this share of all timed handshakes did not exceed, from SYN-ACK to final ACK; right within 1 %.</summary>
    /// <param name="percent">0 to 100.</param>
    public TimeSpan HandshakeLatency(double percent) => Handshakes.Percentile(percent);
}
