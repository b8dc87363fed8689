using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Reports;
using static System.TimeSpan;

namespace ActorTcp.LoadTests;

internal static class AMillionIdleConnections
{
    public static Scenario Scenario { get; } = Scenario.Create("a million idle connections")
        .Asking("How much memory does an open connection cost that says nothing, on each side?")
        .WithLoad(new KeepConstant(1_000_000, FromSeconds(75)))
        .WithShortLoad(new KeepConstant(20_000, FromSeconds(5)))
        .Doing("hold 1h")
        .FailIf("failed>0")
        .Judging(run => [AllOpen(run), Cost(run)]);

    private static Check AllOpen(ScenarioRun run)
    {
        var wanted = LoadPlan.Parse(run.Result.Job.Plan).MostCopies;
        return new Check($"{wanted} open", run.Result.Tally.MostOpen >= wanted, $"{run.Result.Tally.MostOpen}");
    }

    private static Check Cost(ScenarioRun run)
    {
        var each = (run.Memory.Max() - run.Memory[0]) / (double)run.Result.Tally.MostOpen;
        return new Check("the daemon needs ≤ 2 KiB for each", each <= 2048, string.Create(CultureInfo.InvariantCulture,
            $"{each:0} octets; the generator {run.Result.Memory / (double)run.Result.Tally.MostOpen:0}, all in all"));
    }
}
