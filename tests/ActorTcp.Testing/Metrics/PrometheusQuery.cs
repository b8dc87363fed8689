using System.Text.RegularExpressions;

namespace ActorTcp.Testing;

/// <summary>What a query in PromQL asks for: its metrics, with the labels that it knows of each.</summary>
/// <param name="Text">The query, without the variables of a dashboard.</param>
internal sealed partial record PrometheusQuery(string Text)
{
    private static readonly HashSet<string> Words = ["by", "without", "on", "ignoring", "group_left", "group_right", "and", "or", "unless", "bool", "offset", "inf", "nan"];

    /// <summary>Each selector: a metric, and what must hold for labels of it.</summary>
    public IEnumerable<(string Metric, IReadOnlyList<(string Label, string Operator, string Value)> Matchers)> Selectors => Selector().Matches(WithoutGroupings())
        .Where(match => !Words.Contains(match.Groups["name"].Value))
        .Select(match => (match.Groups["name"].Value, (IReadOnlyList<(string, string, string)>)
            [.. Matcher().Matches(match.Groups["matchers"].Value).Select(each => (each.Groups["label"].Value, each.Groups["operator"].Value, each.Groups["value"].Value))]));

    /// <summary>The labels that results are grouped by.</summary>
    public IEnumerable<string> Groupings => Grouping().Matches(Text).SelectMany(match => match.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries));

    private string WithoutGroupings() => Range().Replace(Grouping().Replace(Text, " "), " ");

    [GeneratedRegex(@"\b(by|without|on|ignoring|group_left|group_right)\s*\((?<labels>[^)]*)\)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Grouping();

    [GeneratedRegex(@"\[[^\]]*\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Range();

    /// <summary>A name that is no function's.</summary>
    [GeneratedRegex("""(?<![\w.$"])(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(?![\w:"]|\s*\()(\{(?<matchers>[^}]*)\})?""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Selector();

    [GeneratedRegex("""(?<label>\w+)\s*(?<operator>=~|!~|!=|=)\s*"(?<value>[^"]*)"(,\s*|$)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Matcher();
}
