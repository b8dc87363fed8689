using ActorTcp.Reports;
using ActorTcp.Stack;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.Lab;

/// <summary>Two or more results of loads, side by side.</summary>
internal static class LoadDiff
{
    /// <param name="results">Each under a name; the first is what the others are compared with.</param>
    public static Report Of(IReadOnlyList<(string Name, LoadResult Result)> results, string command) => new()
    {
        Title = $"Loads compared: {string.Join(", ", results.Select(each => each.Name))}",
        Summary = string.Join(' ', results.Select(each => $"{each.Name}: {each.Result.Job.Plan} on {each.Result.Job.TargetName}, each flow {each.Result.Job.Exchange}.")),
        Conclusion = Conclusion(results),
        Command = command,
        Sections = [new Section("Side by side", "", [Comparison(results), .. Kinds(results).Select(kind => Distribution(results, kind.Name, kind.Of))])],
    };

    /// <summary>Every result as a row.</summary>
    public static Table Comparison(IReadOnlyList<(string Name, LoadResult Result)> results) => new()
    {
        Title = "Results",
        Columns =
        [
            new Column("run"), new Column("connections", Unit.PerSecond, Better.More), new Column("failed", Unit.Count, Better.Less),
            .. Kinds(results).SelectMany(kind => new[] { 50, 99, 99.9 }.Select(percent => new Column($"{kind.Name} p{Quantity.Text(percent)}", Unit.Seconds, Better.Less))),
            new Column("SYNs again", Unit.Count, Better.Less),
        ],
        Rows = [.. results.Select(each => Row(each, Kinds(results)))],
    };

    private static IReadOnlyList<Cell> Row((string Name, LoadResult Result) each, IEnumerable<(string Name, Func<LoadTally, LatencyHistogram> Of)> kinds) =>
    [
        each.Name, each.Result.Rate, each.Result.Tally.Failed,
        .. kinds.SelectMany(kind => new[] { 50, 99, 99.9 }.Select(percent => Seconds(kind.Of(each.Result.Tally), percent))),
        each.Result.Tally.SynRetransmissions,
    ];

    private static Cell Seconds(LatencyHistogram histogram, double percent) => histogram.Count == 0 ? default : histogram.Percentile(percent).TotalSeconds;

    private static LineChart Distribution(IReadOnlyList<(string Name, LoadResult Result)> results, string name, Func<LoadTally, LatencyHistogram> of) => new()
    {
        Title = $"Distribution of {name}",
        X = new Axis("latency", Unit.Seconds, AxisScale.Log),
        Y = new Axis("flows", Unit.Share) { From = 0, To = 1 },
        Series = [.. results.Select(each => LoadReport.Cdf(each.Name, of(each.Result.Tally)))],
        Width = FigureWidth.Half,
    };

    private static IEnumerable<(string Name, Func<LoadTally, LatencyHistogram> Of)> Kinds(IReadOnlyList<(string Name, LoadResult Result)> results) =>
        new (string Name, Func<LoadTally, LatencyHistogram> Of)[]
        {
            ("SYN-ACK", tally => tally.SynToSynAck), ("connect", tally => tally.Connect), ("first byte", tally => tally.FirstByte), ("close", tally => tally.Close),
        }.Where(kind => results.Any(each => kind.Of(each.Result.Tally).Count > 0));

    private static string Conclusion(IReadOnlyList<(string Name, LoadResult Result)> results)
    {
        var (first, others) = (results[0], results.Skip(1));
        return string.Join("\n\n", others.Select(other =>
            $"{other.Name} made {Factor(other.Result.Rate, first.Result.Rate)} the connections per second of {first.Name}; its connect p50 is "
            + $"{Factor(Percentile(other.Result, 50), Percentile(first.Result, 50))}, its p99 {Factor(Percentile(other.Result, 99), Percentile(first.Result, 99))}."));
    }

    private static double Percentile(LoadResult result, double percent) => result.Tally.Connect.Percentile(percent).TotalSeconds;

    private static string Factor(double value, double reference) => reference > 0 ? Measured.Text(value / reference, Unit.Factor) : "not comparable to";
}
