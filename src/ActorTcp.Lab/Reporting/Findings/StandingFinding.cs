namespace ActorTcp.Lab;

/// <summary>Which servers hold under the strongest flood, and by how much the others fail.</summary>
internal static class StandingFinding
{
    private const double Unharmed = 0.999;
    private const double Harmed = 0.99;
    private const double NoticedFrom = 2;

    public static IEnumerable<string> Of(ExperimentResult result) => result.Experiment.Clients.Rtts.Count > 2 ? [] : result.Strongest()   // a sweep says it shorter
        .Where(trial => trial.Attempts.Count > 0 && !trial.Trial.Rate.IsIdle)
        .GroupBy(trial => Scene.Of(trial.Trial))
        .Select(scene => Paragraph(result, scene));

    public static Standing Stand(ExperimentResult result, TrialResult trial) => result.ShareOfIdle(trial) switch
    {
        < 0.5 => Standing.Collapses,
        < Harmed => Standing.Loses,
        < Unharmed => Standing.Slows,
        _ => result.Slowdown(trial) > NoticedFrom ? Standing.Slows : Standing.Holds,
    };

    private static string Paragraph(ExperimentResult result, IGrouping<Scene, TrialResult> scene)
    {
        var first = scene.First();
        var words = scene.Key.Among(result.Experiment);
        var sentences = scene.GroupBy(trial => Stand(result, trial)).OrderBy(standing => standing.Key).Select(standing => Sentence(result, standing));
        return $"Under {first.Trial.Flood()}{(words.Length > 0 ? $" ({words})" : "")}: {string.Join(" ", sentences)}";
    }

    private static string Sentence(ExperimentResult result, IGrouping<Standing, TrialResult> standing)
    {
        var list = Words.List(standing.Select(trial => Measured(result, trial)));
        var many = standing.Count() > 1;
        return standing.Key switch
        {
            Standing.Holds => $"Clients do not notice the flood with {list}.",
            Standing.Slows => $"Some clients wait, or are lost, with {list}.",
            Standing.Loses => $"Clients are lost with {list}.",
            Standing.Collapses => $"{list} {(many ? "collapse" : "collapses")}.",
        };
    }

    private static string Measured(ExperimentResult result, TrialResult trial)
    {
        var share = Words.Share(trial.Completed, trial.Attempts.Count);
        var slowdown = result.Slowdown(trial) is { } factor ? $", p99 {Words.Factor(factor)} idle" : "";
        var idle = result.Idle(trial) is { Share: < Unharmed } calm ? $", idle {Words.Share(calm.Completed, calm.Attempts.Count)}" : "";
        return $"{trial.Trial.Subject} ({share} served{idle}{slowdown})";
    }
}
