using System.Globalization;
using ActorTcp.Protocol;

namespace ActorTcp.Lab;

/// <summary>Whether guessed ACKs were taken for cookies, beside what chance allows, and what it costs to refuse them.</summary>
internal static class ForgeryFinding
{
    /// <summary>Of a blind guess: two epochs and eight segment sizes of 2³² numbers are right (<see cref="SynCookies"/>).</summary>
    private const double Chance = 16.0 / (1L << 32);

    public static IEnumerable<string> Of(ExperimentResult result)
    {
        var trials = result.Strongest().Where(trial => trial.Trial.Kind == FloodKind.Ack && !trial.Trial.Subject.IsKernel && !trial.Trial.Rate.IsIdle).ToList();
        return trials.Count == 0 ? [] : [$"{string.Join(" ", trials.Select(Line))}{Cost(trials)}"];
    }

    private static string Line(TrialResult trial) => $"Of {Words.Count(trial.Guesses)} guessed ACKs {trial.Trial.Subject} "
        + (trial.CookiesFailed > 0 ? $"compared {Words.Count(trial.CookiesFailed + trial.Unasked)} with a cookie and " : "")
        + $"took {(trial.Unasked > 0 ? Words.Count(trial.Unasked) : "none")} for a connection's"
        + (trial.CookiesFailed > 0 ? string.Create(CultureInfo.InvariantCulture, $"; chance allows {trial.CookiesFailed * Chance:0.####}.") : ".");

    private static string Cost(IReadOnlyList<TrialResult> trials)
    {
        var costs = trials.Where(trial => trial.CpuPerPacket is not null).Select(trial => $"{Words.Time(trial.CpuPerPacket!.Value)} with {trial.Trial.Subject}").ToList();
        return costs.Count == 0 ? "" : $" A packet costs {Words.List(costs)}, reading it from the device included{Check(trials)}.";
    }

    /// <summary>The comparison alone: what a packet costs more where there are cookies than where there are none.</summary>
    private static string Check(IReadOnlyList<TrialResult> trials)
    {
        var without = trials.FirstOrDefault(trial => trial.CookiesFailed == 0)?.CpuPerPacket;
        var with = trials.Where(trial => trial.CookiesFailed > 0 && trial.CpuPerPacket is not null).Select(trial => trial.CpuPerPacket!.Value).DefaultIfEmpty().Min();
        return without is not { } least || with == TimeSpan.Zero ? ""
            : with > least ? $"; the comparison with a cookie is {Words.Time(with - least)} of it"
            : "; the comparison with a cookie is too cheap to be seen";
    }
}
