using ActorTcp.Reports;
using ActorTcp.Stack;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.Lab;

/// <summary>A load's result for a person: what was reached, how long it took, what failed, and what the limit was.</summary>
internal static class LoadReport
{
    /// <param name="command">What repeats it.</param>
    /// <param name="checks">What was demanded of it.</param>
    public static Report Of(LoadResult result, string command, IReadOnlyList<Check> checks, IReadOnlyList<MachineFact> machine) => new()
    {
        Title = $"Load on {result.Job.TargetName}",
        Summary = $"{result.Job.Plan}; each flow: {result.Job.Exchange}. Engine {result.Job.Engine.ToString().ToLowerInvariant()}"
            + $"{(result.Job.Sources is { } sources ? $" from {sources}" : "")}, {Measured.Text(result.Tally.Started, Unit.Count)} flows in {Measured.Text(result.Lasted.TotalSeconds, Unit.Seconds)}.",
        Conclusion = LoadFindings.Of(result),
        Command = command,
        Seed = result.Job.Seed,
        Began = result.Began,
        Checks = checks,
        Machine = machine,
        Sections =
        [
            new Section("What was reached", "", [Tiles(result), Rates(result), OpenFlows(result)]),
            new Section("How long it took", "Connect and first byte count from the time at which the plan wanted the flow to start, SYN to SYN-ACK from the SYN, "
                + "close from this side's CLOSE.", [LatencyTable(result.Tally), Distribution(result.Tally), LatencyOverTime(result)]),
            new Section("How the flows ended", "", [EndTable(result.Tally)]),
        ],
    };

    /// <summary>The latencies of one result, a row for each kind that was measured.</summary>
    public static Table LatencyTable(LoadTally tally) => new()
    {
        Title = "Latencies",
        Columns =
        [
            new Column("latency"), new Column("count"), new Column("p50", Unit.Seconds), new Column("p90", Unit.Seconds), new Column("p99", Unit.Seconds),
            new Column("p99.9", Unit.Seconds), new Column("max", Unit.Seconds),
        ],
        Rows = [.. Latencies(tally).Select(row => Row(row.Name, row.Histogram))],
    };

    private static IEnumerable<(string Name, LatencyHistogram Histogram)> Latencies(LoadTally tally) =>
        new (string Name, LatencyHistogram Histogram)[]
        {
            ("SYN to SYN-ACK", tally.SynToSynAck), ("connect", tally.Connect), ("first byte", tally.FirstByte), ("close", tally.Close), ("late start", tally.Lag),
        }.Where(row => row.Histogram.Count > 0);

    private static IReadOnlyList<Cell> Row(string name, LatencyHistogram histogram) =>
        [name, histogram.Count, .. new[] { 50, 90, 99, 99.9, 100 }.Select(percent => (Cell)histogram.Percentile(percent).TotalSeconds)];

    public static Facts Tiles(LoadResult result) => new()
    {
        Title = "In short",
        Tiles =
        [
            new Fact("connections", result.Rate, Unit.PerSecond),
            new Fact("connect p50", result.Tally.Connect.Percentile(50).TotalSeconds, Unit.Seconds),
            new Fact("connect p99", result.Tally.Connect.Percentile(99).TotalSeconds, Unit.Seconds),
            new Fact("failed", result.Tally.Failed) { Tone = result.Tally.Failed > 0 ? Tone.Bad : Tone.Good },
            new Fact("SYN retransmissions", result.Tally.SynRetransmissions),
            new Fact("open at most", result.Tally.MostOpen),
            new Fact("handshakes per CPU second", result.Tally.Connected / Math.Max(result.ProcessorTime.TotalSeconds, 1e-3)) { Note = "of the generators" },
            new Fact("memory per flow", (double)result.Memory / Math.Max(result.Tally.MostOpen, 1), Unit.Octets) { Note = "of the generators, all in all" },
        ],
    };

    public static LineChart Rates(LoadResult result) => OverTime(result, "Flows per second", new Axis("flows", Unit.PerSecond),
        ("started", second => second.Started), ("connected", second => second.Connected), ("failed", second => second.Failed));

    private static LineChart OpenFlows(LoadResult result) => OverTime(result, "Flows open", new Axis("open"), ("open", second => second.Open));

    private static LineChart LatencyOverTime(LoadResult result) => OverTime(result, "Connect latency over time", new Axis("connect", Unit.Seconds, AxisScale.Log),
        ("p50", second => Percentile(second, 50)), ("p99", second => Percentile(second, 99)), ("max", second => Percentile(second, 100)));

    private static LineChart Distribution(LoadTally tally) => new()
    {
        Title = "Distribution of latencies",
        X = new Axis("latency", Unit.Seconds, AxisScale.Log),
        Y = new Axis("flows", Unit.Share) { From = 0, To = 1 },
        Series = [.. Latencies(tally).SkipLast(1).Select(row => Cdf(row.Name, row.Histogram))],
    };

    public static Series Cdf(string name, LatencyHistogram histogram) =>
        new(name, [.. histogram.Cdf().Select(point => new Point(point.Latency.TotalSeconds, point.Share))]) { Shape = LineShape.Steps };

    private static LineChart OverTime(LoadResult result, string title, Axis axis, params (string Name, Func<LoadSecond, double> Of)[] lines) => new()
    {
        Title = title,
        X = new Axis("time", Unit.Seconds),
        Y = axis,
        Series = [.. lines.Select(line => new Series(line.Name, [.. result.Seconds.Select(second => new Point(second.Second + 1, line.Of(second)))]))],
        Width = FigureWidth.Half,
    };

    private static double Percentile(LoadSecond second, double percent) => second.Connect.Count == 0 ? double.NaN : second.Connect.Percentile(percent).TotalSeconds;

    private static Table EndTable(LoadTally tally) => new()
    {
        Title = "Ends",
        Columns = [new Column("end"), new Column("flows"), new Column("share", Unit.Share)],
        Rows = [.. tally.Ends.Select(end => (IReadOnlyList<Cell>)[LoadFindings.Words(end.Key), end.Value, (double)end.Value / Math.Max(tally.Started, 1)])],
    };
}
