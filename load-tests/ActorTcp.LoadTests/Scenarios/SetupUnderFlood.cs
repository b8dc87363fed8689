using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Reports;
using static System.TimeSpan;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.LoadTests;

internal static class SetupUnderFlood
{
    /// <summary>Of the same load without the flood; and so much more, since a SYN waits for its turn among those of the flood.</summary>
    private const double MostSlowdown = 10;

    private static readonly TimeSpan Allowance = FromMilliseconds(5);

    public static Scenario Scenario { get; } = Scenario.Create("setup under flood")
        .Asking("Ten thousand SYNs a second from random addresses, on the port of everybody else: are the others still served, and how much longer do they wait?")
        .UnderFlood(new FloodRate(10_000))
        .WithLoad(new Inject(500, FromSeconds(25)))
        .WithShortLoad(new Inject(100, FromSeconds(3)))
        .OnPort(LabAddresses.ServerPort)
        .Doing("http /")
        .FailIf("failed>0.1%", "not-started>0")
        .Judging(run => run.IsShort ? [Flooded(run)] : [Flooded(run), StillFast(run)]);

    private static Check Flooded(ScenarioRun run) =>
        new("there was a flood", run.FloodRate > 0, Measured.Text(run.FloodRate, Unit.PerSecond));

    private static Check StillFast(ScenarioRun run)
    {
        var (idle, flooded) = (run.Idle!.Tally.Connect.Percentile(50), run.Result.Tally.Connect.Percentile(50));
        return new Check(
            string.Create(CultureInfo.InvariantCulture, $"connect p50 ≤ {MostSlowdown} × idle and {Measured.Text(Allowance.TotalSeconds, Unit.Seconds)}"),
            flooded <= (idle * MostSlowdown) + Allowance,
            $"{Measured.Text(flooded.TotalSeconds, Unit.Seconds)}, idle {Measured.Text(idle.TotalSeconds, Unit.Seconds)}");
    }
}
