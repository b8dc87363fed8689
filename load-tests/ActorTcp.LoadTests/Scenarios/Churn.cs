using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Reports;
using static System.TimeSpan;

namespace ActorTcp.LoadTests;

internal static class Churn
{
    /// <summary>Of the memory once TIME-WAIT has filled, after two maximum segment lifetimes.</summary>
    private const double MostGrowth = 1.25;

    public static Scenario Scenario { get; } = Scenario.Create("churn")
        .Asking("Connections open, speak and close for minutes: does the daemon's memory stay where it is?")
        .WithLoad(new Inject(3000, FromSeconds(180)))
        .WithShortLoad(new Inject(1000, FromSeconds(5)))
        .Doing("echo 1")
        .FailIf("failed>0.01%")
        .Judging(run => run.IsShort ? [] : [Flat(run.Memory)]);

    private static Check Flat(IReadOnlyList<long> memory)
    {
        var growth = memory[^1] / (double)memory[memory.Count / 2];
        return new Check($"memory at the end ≤ {MostGrowth.ToString(CultureInfo.InvariantCulture)} × half-way", growth <= MostGrowth, string.Create(CultureInfo.InvariantCulture, $"{growth:0.00} ×"));
    }
}
