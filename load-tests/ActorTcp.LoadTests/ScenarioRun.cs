using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.LoadTests;

/// <summary>What became of a scenario.</summary>
/// <param name="Memory">Octets resident in the daemon, once a second; the first before the load.</param>
internal sealed record ScenarioRun(Scenario Scenario, LoadResult Result, IReadOnlyList<long> Memory)
{
    public IReadOnlyList<Check> Checks => [.. Scenario.Thresholds.Select(threshold => threshold.Of(Result)), .. Scenario.Judge(this)];

    public Section Section => new(
        Scenario.Name,
        $"{Scenario.Question}\n\n{LoadFindings.Of(Result)}",
        [LoadReport.Tiles(Result), LoadReport.Rates(Result), MemoryOverTime, LoadReport.LatencyTable(Result.Tally)]);

    private LineChart MemoryOverTime => new()
    {
        Title = "The daemon's memory",
        X = new Axis("time", Unit.Seconds),
        Y = new Axis("resident", Unit.Octets),
        Series = [new Series("daemon", [.. Memory.Select((octets, second) => new Point(second, octets))])],
        Width = FigureWidth.Half,
    };
}
