namespace ActorTcp.Lab;

/// <summary>At which rate each subject begins to lose clients, where the experiment tries several.</summary>
internal static class RateFinding
{
    private const double Harmed = 0.99;

    public static IEnumerable<string> Of(ExperimentResult result) =>
        result.Experiment.Flood.Rates.Count > 2 ? result.Scenes().Select(scene => Paragraph(result, scene)) : [];

    private static string Paragraph(ExperimentResult result, IGrouping<Scene, TrialResult> scene)
    {
        var words = scene.Key.Among(result.Experiment);
        var lines = scene
            .Where(trial => !trial.Trial.Rate.IsIdle)
            .GroupBy(trial => trial.Trial.Subject)
            .Select(subject => (Name: subject.Key.Name, Lost: subject.OrderBy(trial => trial.FloodRate).FirstOrDefault(trial => trial.Share < Harmed)))
            .ToLookup(line => line.Lost is null);
        List<string> sentences = [];
        if (lines[false].Any())
        {
            sentences.Add($"More than one client of 100 is lost with {Words.List(lines[false].Select(line => $"{line.Name} from {line.Lost!.Trial.Flood()}"))}.");
        }

        if (lines[true].Any())
        {
            sentences.Add($"None of the rates tried does that to {Words.List(lines[true].Select(line => line.Name))}.");
        }

        return $"{(words.Length > 0 ? $"{words}: " : "")}{string.Join(" ", sentences)}";
    }
}
