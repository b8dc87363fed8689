using System.Globalization;
using System.Text.Json;
using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>A sample of <c>actortcp stat</c>.</summary>
/// <param name="former">The sample before, to show what has changed; null shows values since the daemon began.</param>
internal sealed class StatTable(StackAnswer answer, StackReading? former)
{
    private readonly StackReading _stack = answer.Stack;

    public async Task WriteAsync(TextWriter output, Predicate<CounterReading> isWanted, bool withZeros)
    {
        await output.WriteLineAsync(former is null ? Standing() : Line($"{_stack.At:HH:mm:ss} +{(_stack.Age - former.Age).TotalSeconds:0.0} s"));
        var counters = _stack.Counters.Concat(_stack.Drops).ToList();
        var before = former?.Counters.Concat(former.Drops).Select(counter => counter.Count).ToList();
        var rows = counters.Select((counter, i) => (Counter: counter, Count: counter.Count - (before?[i] ?? 0))).Where(row => isWanted(row.Counter) && (withZeros || row.Count != 0)).ToList();
        foreach (var (counter, count) in rows)
        {
            var rate = former is null ? "" : Line($"{count / Math.Max((_stack.Age - former.Age).TotalSeconds, 1e-6),12:0.0}/s");
            await output.WriteLineAsync($"{counter.Name,-32}{count.ToString(CultureInfo.InvariantCulture),16}{rate}  {counter.LinuxName}".TrimEnd());
        }
    }

    /// <summary>What is no counter.</summary>
    private string Standing()
    {
        var states = string.Join(", ", _stack.Connections.Where(each => each.Value > 0).Select(each => $"{StateNames.Word(each.Key)} {each.Value}"));
        var handshakes = answer.Handshakes is { Count: > 0 } timed
            ? Line($"\nhandshakes: {timed.Count} timed, p50 {Milliseconds(timed.P50)}, p90 {Milliseconds(timed.P90)}, p99 {Milliseconds(timed.P99)}, max {Milliseconds(timed.Max)}")
            : "";
        return Line($"running {_stack.Age:d\\.hh\\:mm\\:ss} on {_stack.Shards} shard{(_stack.Shards == 1 ? "" : "s")}, longest turn {Milliseconds(_stack.LongestTurn)}")
            + $"\nconnections: {(states.Length > 0 ? states : "none")}{handshakes}\n"
            + string.Concat(_stack.Listeners.Select(ListenerLine));
    }

    private static string ListenerLine(ListenerReading listener) =>
        Line($"listener {(listener.Port == 0 ? "*" : listener.Port)}={listener.Service ?? "?"}: {Kebab(listener.Policy.ToString())}, {Kebab(listener.Pressure.ToString())}, ")
        + Line($"half-open {listener.HalfOpen} of {listener.HalfOpenLimit}{(listener.SynCache > 0 ? Line($" ({listener.SynCache} in the SYN cache)") : "")}, accept queue {listener.AcceptQueue} of {listener.Backlog}\n");

    private static string Milliseconds(TimeSpan time) => Line($"{time.TotalMilliseconds:0.###} ms");

    private static string Kebab(string name) => JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
