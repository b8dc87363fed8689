using ActorTcp.Lab;
using ActorTcp.Reports;
using ActorTcp.Testing;

namespace ActorTcp.LoadTests;

/// <summary>Runs scenarios one after the other, and reports on all of them.</summary>
internal static class Runner
{
    private const string Usage = "usage: ActorTcp.LoadTests [--short] [--output FOLDER] [SCENARIO...]";

    /// <returns>The exit code: 1 where a demand was not met, 2 for bad arguments.</returns>
    public static async Task<int> RunAsync(string[] args, params Scenario[] scenarios)
    {
        var isShort = args.Contains("--short", StringComparer.Ordinal);
        var output = args.SkipWhile(arg => arg != "--output").ElementAtOrDefault(1) ?? "load-report";
        var names = args.Where(arg => arg != "--short" && arg != "--output" && arg != output).ToArray();
        if (names.Any(name => scenarios.All(scenario => scenario.Name != name)))
        {
            await Console.Error.WriteLineAsync($"{Usage}\nscenarios: {string.Join(", ", scenarios.Select(scenario => scenario.Name))}");
            return 2;
        }

        if (TestNamespace.Obstacle is { } missing)
        {
            await Console.Error.WriteLineAsync($"skipped: {missing}");
            return 0;
        }

        var runs = new List<ScenarioRun>();
        var skipped = new List<string>();
        var broken = new List<Check>();
        foreach (var scenario in scenarios.Where(scenario => names.Length == 0 || names.Contains(scenario.Name, StringComparer.Ordinal)))
        {
            await Console.Error.WriteLineAsync($"{scenario.Name} …");
            try
            {
                using var stage = Stage.For(scenario);
                runs.Add(await stage.RunAsync(scenario, isShort, Path.Combine(output, scenario.Name.Replace(' ', '-'))));
            }
            catch (LabException obstacle)
            {
                skipped.Add($"{scenario.Name} was skipped: {obstacle.Message}");
                await Console.Error.WriteLineAsync(skipped[^1]);
            }
            catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                broken.Add(new Check($"{scenario.Name}: goes to its end", Holds: false, failure.Message.Split('\n')[0]));
            }
        }

        var report = Report(runs, broken, skipped, $"dotnet run -c Release --project load-tests/ActorTcp.LoadTests --{(isShort ? " --short" : "")}{string.Concat(names.Select(name => $" '{name}'"))}");
        await ReportFiles.WriteAsync(report, output);
        ReportText.Write(report, Console.Out);
        return report.Checks.All(check => check.Holds) ? 0 : 1;
    }

    private static Report Report(List<ScenarioRun> runs, List<Check> broken, List<string> skipped, string command)
    {
        Check[] checks = [.. runs.SelectMany(run => run.Checks.Select(check => check with { Demand = $"{run.Scenario.Name}: {check.Demand}" })), .. broken];
        return new Report
        {
            Title = "Load tests of actortcp serve",
            Summary = "Each scenario runs in a network namespace of its own, daemon and load generator on the same machine.",
            Conclusion = string.Join("\n\n", [$"{checks.Count(check => check.Holds)} of {checks.Length} demands were met.", .. skipped]),
            Command = command,
            Began = runs.Select(run => run.Result.Began).FirstOrDefault(),
            Checks = checks,
            Machine = MachineFacts.All(),
            Sections = [.. runs.Select(run => run.Section)],
        };
    }
}
