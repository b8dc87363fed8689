namespace ActorTcp.Lab;

/// <summary>What was measured in the trials of an experiment; fewer than it has when somebody ended it early.</summary>
internal sealed record ExperimentResult(Experiment Experiment, IReadOnlyList<TrialResult> Trials)
{
    public bool IsInterrupted => Trials.Count < Experiment.Trials().Count || Trials.Any(trial => trial.IsInterrupted);

    /// <summary>The same trial without a flood; null where there is none.</summary>
    public TrialResult? Idle(TrialResult of) => of.Trial.Rate.IsIdle ? null : Trials.FirstOrDefault(other =>
        other.Trial with { Number = 0 } == of.Trial with { Number = 0, Rate = new FloodRate(0) });

    /// <summary>How many times as long as on the idle server 99 of 100 clients waited at most; null where one of both is unknown.</summary>
    public double? Slowdown(TrialResult of) =>
        Idle(of)?.Latencies.P99() is { } idle && of.Latencies.P99() is { } flooded && idle > TimeSpan.Zero ? flooded / idle : null;

    /// <summary>Of the clients that the idle server serves, those that the flooded one serves too: what the network loses is not the flood's doing.</summary>
    public double ShareOfIdle(TrialResult of) => Idle(of)?.Share is > 0 and var idle ? Math.Min(of.Share / idle, 1) : of.Share;

    /// <summary>The trials under the strongest flood, of each combination of the rest.</summary>
    public IReadOnlyList<TrialResult> Strongest()
    {
        var most = Trials.Count == 0 ? default : Trials.Max(result => result.Trial.Rate.PerSecond);
        return [.. Trials.Where(result => result.Trial.Rate.PerSecond == most)];
    }

    /// <summary>Trials that differ in the subject and the rate only.</summary>
    public IEnumerable<IGrouping<Scene, TrialResult>> Scenes() => Trials.GroupBy(result => Scene.Of(result.Trial));
}
