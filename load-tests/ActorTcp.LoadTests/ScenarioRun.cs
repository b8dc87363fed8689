using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.LoadTests;

/// <summary>What became of a scenario.</summary>
/// <param name="Memory">Octets resident in the daemon, once a second; the first before the load.</param>
internal sealed record ScenarioRun(Scenario Scenario, bool IsShort, LoadResult Result, IReadOnlyList<long> Memory)
{
    /// <summary>The same load without the flood, where there was one.</summary>
    public LoadResult? Idle { get; init; }

    /// <summary>Packets of the flood per second.</summary>
    public double FloodRate { get; init; }

    public IReadOnlyList<Check> Checks =>
    [
        .. Scenario.Thresholds.Select(threshold => threshold.Of(Result)),
        .. IsShort ? [] : Scenario.ThresholdsOfSpeed.Select(threshold => threshold.Of(Result)),
        .. Scenario.Judge(this),
    ];

    public Section Section => new(
        Scenario.Name,
        $"{Scenario.Question}\n\n{LoadFindings.Of(Result)}",
        [LoadReport.Tiles(Result), LoadReport.Rates(Result), MemoryOverTime, Latencies]);

    private Table Latencies => Idle is null ? LoadReport.LatencyTable(Result.Tally) : new Table
    {
        Title = "Beside the same load without the flood",
        Columns =
        [
            new Column("run"), new Column("connections", Unit.PerSecond), new Column("failed"), new Column("connect p50", Unit.Seconds), new Column("connect p99", Unit.Seconds),
            new Column("connect max", Unit.Seconds),
        ],
        Rows = [Row("idle", Idle), Row("under flood", Result)],
    };

    private static IReadOnlyList<Cell> Row(string name, LoadResult result) =>
    [
        name, result.Rate, result.Tally.Failed, result.Tally.Connect.Percentile(50).TotalSeconds, result.Tally.Connect.Percentile(99).TotalSeconds,
        result.Tally.Connect.Max.TotalSeconds,
    ];

    private LineChart MemoryOverTime => new()
    {
        Title = "The daemon's memory",
        X = new Axis("time", Unit.Seconds),
        Y = new Axis("resident", Unit.Octets),
        Series = [new Series("daemon", [.. Memory.Select((octets, second) => new Point(second, octets))])],
        Width = FigureWidth.Half,
    };
}
