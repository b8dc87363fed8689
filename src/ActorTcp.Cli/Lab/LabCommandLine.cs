using System.CommandLine;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>The command that repeats a run: as it was typed, with the seed and the engine that were used; where the results go is left out.</summary>
internal static class LabCommandLine
{
    public static string Of(ParseResult parsed, Experiment experiment)
    {
        List<string> words = ["actortcp", "lab", "run", Quoted(parsed.GetValue(LabRunOptions.Experiment)!)];
        words.AddRange(["--engine", Names.Of(experiment.Engine), "--seed", $"{experiment.Seed}"]);
        AddSeveral(words, LabRunOptions.Subjects.Name, parsed.GetValue(LabRunOptions.Subjects));
        AddSeveral(words, LabRunOptions.Rates.Name, parsed.GetValue(LabRunOptions.Rates));
        if (parsed.GetValue(LabRunOptions.Clients) is { } clients)
        {
            words.AddRange([LabRunOptions.Clients.Name, $"{clients}"]);
        }

        if (parsed.GetValue(LabRunOptions.Duration) is { } seconds)
        {
            words.AddRange([LabRunOptions.Duration.Name, $"{seconds}"]);
        }

        if (parsed.GetValue(LabRunOptions.QueueLength) is { } length)
        {
            words.AddRange([LabRunOptions.QueueLength.Name, $"{length}"]);
        }

        return string.Join(' ', words);
    }

    private static void AddSeveral(List<string> words, string option, string[]? values)
    {
        if (values is { Length: > 0 })
        {
            words.Add(option);
            words.AddRange(values);
        }
    }

    private static string Quoted(string word) => word.Contains(' ', StringComparison.Ordinal) ? $"'{word}'" : word;
}
