using System.Globalization;

namespace ActorTcp.Reports;

/// <summary>What every format says at its end about a run and its machine.</summary>
internal static class RunFacts
{
    public static IEnumerable<MachineFact> Facts(this Report report)
    {
        if (report.Seed is { } seed)
        {
            yield return new("Seed", seed.ToString(CultureInfo.InvariantCulture));
        }

        if (report.Began is { } began)
        {
            yield return new("Began", began.ToString("yyyy-MM-dd HH:mm:ss zzz", CultureInfo.InvariantCulture));
        }

        foreach (var fact in report.Machine)
        {
            yield return fact;
        }
    }
}
