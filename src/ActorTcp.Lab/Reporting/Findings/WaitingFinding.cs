namespace ActorTcp.Lab;

/// <summary>What lost packets cost, where the experiment loses some.</summary>
internal static class WaitingFinding
{
    private static readonly TimeSpan Repeated = TimeSpan.FromSeconds(0.9);

    public static IEnumerable<string> Of(ExperimentResult result) => result.Experiment.Clients.Losses.Count < 2 ? [] : result.Strongest()
        .Where(trial => trial.Trial.Loss > 0)
        .GroupBy(trial => trial.Trial.Loss)
        .Select(loss => $"Under {loss.First().Trial.Flood()} {Scene.Of(loss.First().Trial).Among(result.Experiment)}: {Words.List(loss.Select(Line))}.");

    private static string Line(TrialResult trial)
    {
        var unserved = trial.Attempts.Count(attempt => attempt.Outcome is AttemptOutcome.NotServed or AttemptOutcome.Reset);
        var waits = Words.Share(trial.Latencies.Above(Repeated), trial.Attempts.Count);
        return $"with {trial.Trial.Subject} {waits} of the clients wait a second or more"
            + (unserved > 0 ? $" and {Words.Count(unserved)} of {Words.Count(trial.Attempts.Count)} are connected but never served" : "");
    }
}
