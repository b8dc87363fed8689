using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>A tile for each subject: how many clients it serves under the strongest flood. Where the experiment varies more than the rate, tables say it better.</summary>
internal static class ServedTiles
{
    public static IEnumerable<Figure> Of(ExperimentResult result)
    {
        var trials = result.Strongest().Where(trial => trial.Attempts.Count > 0 && !trial.Trial.Rate.IsIdle).ToList();
        if (trials.Count == 0 || result.Scenes().Count() > 1)
        {
            yield break;
        }

        yield return new Facts { Title = $"Clients served under {trials[0].Trial.Flood()}", Tiles = [.. trials.Select(trial => Tile(result, trial))] };
    }

    private static Fact Tile(ExperimentResult result, TrialResult trial) => new(trial.Trial.Subject.Name, trial.Share, Unit.Share)
    {
        Note = trial.Latencies.P99() is { } p99 ? $"p99 {Words.Time(p99)}{(result.Slowdown(trial) is { } factor ? $", {Words.Factor(factor)} idle" : "")}" : "nobody",
        Tone = StandingFinding.Stand(result, trial) switch
        {
            Standing.Holds => Tone.Good,
            Standing.Slows => Tone.Neutral,
            Standing.Loses or Standing.Collapses => Tone.Bad,
        },
    };
}
