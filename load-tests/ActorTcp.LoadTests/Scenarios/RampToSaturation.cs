using ActorTcp.Lab;
using ActorTcp.Reports;
using static System.TimeSpan;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.LoadTests;

internal static class RampToSaturation
{
    public static Scenario Scenario { get; } = Scenario.Create("ramp to saturation")
        .Asking("At which rate does latency leave the plain? The rate rises evenly; the knee is the last second before two in a row in which the server sets up fewer than "
            + "95 % of what was asked for, or its p99 is more than ten times that of the calm beginning.")
        .WithLoad(new RampingInject(40_000, FromSeconds(60)))
        .WithShortLoad(new RampingInject(20_000, FromSeconds(8)))
        .Doing("echo 1")
        .Judging(run => [Name(Knee.Of(run.Result.Seconds), run)]);

    private static Check Name(LoadSecond? knee, ScenarioRun run) => knee is null
        ? new Check("a knee is found", Holds: true, $"none up to {Measured.Text(run.Result.Seconds.Max(second => second.Started), Unit.PerSecond)}")
        : new Check("a knee is found", Holds: true,
            $"at {Measured.Text(knee.Connected, Unit.PerSecond)}, after {Measured.Text(knee.Second + 1, Unit.Seconds)}, with a p99 of {LoadFindings.Text(knee.Connect, 99)}");
}
