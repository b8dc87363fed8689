using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>What happened between two readings of a stack, per second, and how it stood at the second.</summary>
internal sealed record Moment
{
    /// <summary>The age of the stack at the second reading.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Every counter's rate, in the order of <see cref="Counter"/>.</summary>
    public required IReadOnlyList<double> Rates { get; init; }

    /// <summary>The reasons for which something was dropped meanwhile, with their rates; the most frequent first.</summary>
    public required IReadOnlyList<(string Reason, double Rate)> Drops { get; init; }

    /// <summary>How often each edge of the state diagram was taken, in the order of <see cref="StateDiagram"/>.</summary>
    public required IReadOnlyList<double> Edges { get; init; }

    public required IReadOnlyDictionary<TcpState, long> Connections { get; init; }

    /// <summary>How many peers were half-open, by the port of their listener.</summary>
    public required IReadOnlyDictionary<ushort, int> HalfOpen { get; init; }

    /// <summary>Median of the handshakes completed meanwhile, from SYN-ACK to final ACK; null where there were none.</summary>
    public required TimeSpan? Median { get; init; }

    /// <summary>Their 99th percentile.</summary>
    public required TimeSpan? Tail { get; init; }

    public double this[Counter counter] => Rates[(int)counter];

    public double DropRate => Drops.Sum(each => each.Rate);

    public static Moment Between(StackReading before, StackReading after)
    {
        var seconds = (after.Age - before.Age).TotalSeconds;
        var handshakes = Latencies.Between(before.Handshakes, after.Handshakes);
        return new Moment
        {
            At = after.Age,
            Rates = [.. after.Counters.Zip(before.Counters, (now, then) => (now.Count - then.Count) / seconds)],
            Drops =
            [
                .. DropReasons.Of(after).Zip(DropReasons.Of(before), (now, then) => (now.Name, Rate: (now.Count - then.Count) / seconds))
                    .Where(each => each.Rate > 0).OrderByDescending(each => each.Rate),
            ],
            Edges = [.. after.Edges.Zip(before.Edges, (now, then) => (now.Count - then.Count) / seconds)],
            Connections = after.Connections,
            HalfOpen = after.Listeners.GroupBy(listener => listener.Port).ToDictionary(port => port.Key, port => port.Sum(listener => listener.HalfOpen)),
            Median = handshakes.Count == 0 ? null : handshakes.Percentile(50),
            Tail = handshakes.Count == 0 ? null : handshakes.Percentile(99),
        };
    }
}
