namespace ActorTcp.Lab;

/// <summary>What becomes of old SYNs that arrive when nobody wants a connection any more.</summary>
internal static class LateSynFinding
{
    public static IEnumerable<string> Of(ExperimentResult result) => result.Trials
        .Where(trial => trial is { LateSyns: > 0, Trial.Rate.IsIdle: true })
        .DistinctBy(trial => trial.Trial.Subject)
        .Select(trial => $"{trial.Trial.Subject}: of {Words.Count(trial.LateSyns)} old SYNs that came {Words.Time(trial.Trial.Experiment.Clients.DuplicateDelay)} late "
            + $"{(trial.Unasked == 0 ? "none" : Words.Count(trial.Unasked))} became a connection; {Words.Count(trial.Counters.GetValueOrDefault("resets_in"))} were taken back by the client's reset. "
            + "In a handshake of two steps each would be one.");
}
