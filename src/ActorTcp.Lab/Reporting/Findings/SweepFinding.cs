namespace ActorTcp.Lab;

/// <summary>From which rate, or which round trip, each subject loses clients, where the experiment tries several.</summary>
internal static class SweepFinding
{
    private const double Harmed = 0.99;

    public static IEnumerable<string> Of(ExperimentResult result)
    {
        var experiment = result.Experiment;
        if (experiment.Flood.Rates.Count > 2)
        {
            return result.Scenes().Select(scene => Heading(scene.Key.Among(experiment)) + Sentences(
                scene.Where(trial => !trial.Trial.Rate.IsIdle), trial => trial.FloodRate, trial => trial.Trial.Flood(), "None of the rates tried"));
        }

        return experiment.Clients.Rtts.Count > 2
            ? [$"Under {result.Strongest()[0].Trial.Flood()}: " + Sentences(
                result.Strongest(), trial => trial.Trial.Rtt.TotalSeconds, trial => $"a round trip of {Words.Time(trial.Trial.Rtt)}", "None of the round trips tried")]
            : [];
    }

    private static string Sentences(IEnumerable<TrialResult> trials, Func<TrialResult, double> along, Func<TrialResult, string> at, string none)
    {
        var lines = trials
            .GroupBy(trial => trial.Trial.Subject)
            .Select(subject => (subject.Key.Name, Lost: subject.OrderBy(along).FirstOrDefault(trial => trial.Share < Harmed)))
            .ToLookup(line => line.Lost is null);
        List<string> sentences = [];
        if (lines[false].Any())
        {
            sentences.Add($"More than one client of 100 is lost with {Words.List(lines[false].Select(line => $"{line.Name} from {at(line.Lost!)}"))}.");
        }

        if (lines[true].Any())
        {
            sentences.Add($"{none} does that to {Words.List(lines[true].Select(line => line.Name))}.");
        }

        return string.Join(" ", sentences);
    }

    private static string Heading(string words) => words.Length > 0 ? $"{words}: " : "";
}
