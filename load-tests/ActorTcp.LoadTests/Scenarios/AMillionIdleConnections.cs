using ActorTcp.Lab;
using ActorTcp.Reports;
using static System.TimeSpan;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.LoadTests;

internal static class AMillionIdleConnections
{
    public static Scenario Scenario { get; } = Scenario.Create("a million idle connections")
        .Asking("How much memory does an open connection cost that says nothing, on each side?")
        .WithLoad(new KeepConstant(1_000_000, FromSeconds(75)))
        .WithShortLoad(new KeepConstant(5_000, FromSeconds(10)))
        .Doing("hold 1h")
        .FailIf("failed>0")
        .Judging(run => [AllOpen(run), Cost(run)]);

    private static Check AllOpen(ScenarioRun run)
    {
        var wanted = LoadPlan.Parse(run.Result.Job.Plan).MostCopies;
        return new Check($"{Measured.Text(wanted, Unit.Count)} open", run.Result.Tally.MostOpen >= wanted, Measured.Text(run.Result.Tally.MostOpen, Unit.Count));
    }

    private static Check Cost(ScenarioRun run)
    {
        var open = run.Result.Tally.MostOpen;
        var growth = run.Memory.Max() - run.Memory[0];
        return new Check("the daemon grows by ≤ 2 KiB for each, and 64 MiB for the runtime", growth <= (2048 * open) + (64 << 20),
            $"{Measured.Text(growth / (double)open, Unit.Octets)} for each; the generator has {Measured.Text(run.Result.Memory / (double)open, Unit.Octets)} for each, all in all");
    }
}
