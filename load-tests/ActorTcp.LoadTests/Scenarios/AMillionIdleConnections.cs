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
        var open = run.Result.Tally.MostOpen;
        var growth = run.Memory.Max() - run.Memory[0];
        return new Check("the daemon grows by ≤ 2 KiB for each, and 64 MiB for the runtime", growth <= (2048 * open) + (64 << 20), string.Create(CultureInfo.InvariantCulture,
            $"{growth / (double)open:0} octets for each; the generator has {run.Result.Memory / (double)open:0} for each, all in all"));
    }
}
