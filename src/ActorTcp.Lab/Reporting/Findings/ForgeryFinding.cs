namespace ActorTcp.Lab;

/// <summary>Whether guessed ACKs were taken for cookies.</summary>
internal static class ForgeryFinding
{
    public static IEnumerable<string> Of(ExperimentResult result)
    {
        var trials = result.Strongest().Where(trial => trial.Trial.Kind == FloodKind.Ack && !trial.Trial.Subject.IsKernel && !trial.Trial.Rate.IsIdle).ToList();
        return trials.Count == 0 ? [] : [$"Of {Words.Count(trials[0].FloodPackets)} guessed ACKs {Words.List(trials.Select(Line))}.{Cost(trials)}"];
    }

    private static string Line(TrialResult trial) => $"{trial.Trial.Subject} took {(trial.Unasked > 0 ? Words.Count(trial.Unasked) : "none")} for a connection's";

    private static string Cost(IReadOnlyList<TrialResult> trials)
    {
        var costs = trials.Where(trial => trial.Cpu is not null).Select(trial => $"{Words.Time(trial.Cpu!.Value / trial.FloodPackets)} with {trial.Trial.Subject}").ToList();
        return costs.Count == 0 ? "" : $" To refuse one costs {Words.List(costs)}, reading it from the device included.";
    }
}
