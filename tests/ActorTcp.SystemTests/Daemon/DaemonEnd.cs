using System.Globalization;
using System.Text.RegularExpressions;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>How the daemon ended, and what it had counted by then.</summary>
internal sealed partial record DaemonEnd(CommandResult Result, IReadOnlyDictionary<string, long> Counts)
{
    public int ExitCode => Result.ExitCode;

    /// <summary>Counters that are zero are not printed.</summary>
    public long this[Counter counter] =>
        Counts.GetValueOrDefault(CounterCatalog.All.Single(description => description.Counter == counter).Name);

    public static DaemonEnd Of(CommandResult result)
    {
        var line = result.Error.Split('\n').LastOrDefault(line => line.StartsWith("counters", StringComparison.Ordinal)) ?? "";
        return new DaemonEnd(result, Count().Matches(line).ToDictionary(
            match => match.Groups["name"].Value,
            match => long.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture),
            StringComparer.Ordinal));
    }

    public override string ToString() => Result.ToString();

    [GeneratedRegex(@"(?<name>\w+)=(?<value>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Count();
}
