namespace ActorTcp.Lab;

/// <summary>How long a server still suffers when the flood is over, where the flood ends before the clients do.</summary>
internal static class RecoveryFinding
{
    /// <summary>A client that waited so long had to repeat its SYN.</summary>
    private static readonly TimeSpan Repeated = TimeSpan.FromSeconds(0.9);

    public static IEnumerable<string> Of(ExperimentResult result)
    {
        if (result.Experiment.Flood.Until is not { } end || result.Experiment.Flood.Kinds.Count > 1)
        {
            return [];
        }

        return result.Strongest().Where(trial => !trial.Trial.Rate.IsIdle).Select(trial =>
        {
            var words = Scene.Of(trial.Trial).Among(result.Experiment);
            var who = $"{trial.Trial.Subject}{(words.Length > 0 ? $" ({words})" : "")}";
            return $"{who}: after the flood's end {Clients(trial, end)}, and {Table(trial, end)}.";
        });
    }

    /// <summary>From the flood's end to the beginning of the last client that was lost or had to repeat its SYN; zero when there was none.</summary>
    public static TimeSpan Suffering(TrialResult trial, TimeSpan end)
    {
        var last = trial.Attempts
            .Where(attempt => attempt.Latency is not { } latency || latency > Repeated)
            .Select(attempt => attempt.Start)
            .DefaultIfEmpty()
            .Max();
        return last > end ? last - end : TimeSpan.Zero;
    }

    /// <summary>From the flood's end until the half-open are a hundredth of what is allowed; null when they never are.</summary>
    public static TimeSpan? Drained(TrialResult trial, TimeSpan end)
    {
        var after = trial.Samples.Where(sample => sample.At >= end && sample.HalfOpen is not null).ToList();
        var last = after.FindLastIndex(sample => sample.HalfOpen > trial.Trial.Experiment.HalfOpenLimit / 100);
        return after.Count == 0 || last == after.Count - 1 ? null : after[last + 1].At - end;
    }

    private static string Clients(TrialResult trial, TimeSpan end) =>
        trial.Attempts.Count == 0 ? "there are no clients" : Suffering(trial, end) is { Ticks: > 0 } time ? $"clients suffer for {Words.Time(time)}" : "no client suffers";

    private static string Table(TrialResult trial, TimeSpan end) =>
        Drained(trial, end) is { } time ? $"its half-open entries are gone {(time > TimeSpan.Zero ? $"after {Words.Time(time)}" : "at once")}" : "its half-open entries have not gone by the end of the trial";
}
