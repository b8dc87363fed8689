using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>What the server kept in the course of the trials with the strongest flood.</summary>
internal static class TimeFigures
{
    public static IReadOnlyList<Figure> Of(ExperimentResult result) =>
    [
        .. result.Strongest().GroupBy(trial => Scene.Of(trial.Trial)).SelectMany(scene => Charts(result, scene)),
    ];

    private static IEnumerable<Figure> Charts(ExperimentResult result, IGrouping<Scene, TrialResult> scene)
    {
        var words = scene.Key.Among(result.Experiment);
        var where = words.Length > 0 ? $", {words}" : "";
        if (Lines(scene, sample => sample.HalfOpen) is { Count: > 0 } halfOpen)
        {
            yield return Chart($"Half-open over time{where}", "half-open", result, halfOpen);
        }

        if (Lines(scene, sample => sample.Octets) is { Count: > 0 } octets)
        {
            yield return Chart($"Memory{where}", "octets", result, octets) with
            {
                Caption = result.Experiment.Engine.Memory(),
                Y = new Axis("octets", Unit.Octets) { From = 0 },
            };
        }

        if (Lines(scene, sample => sample.Established) is { Count: > 0 } established)
        {
            yield return Chart($"Established over time{where}", "established", result, established);
        }

        if (result.Experiment.Flood.Until is not null && scene.Any(trial => trial.Attempts.Count > 0))
        {
            yield return Chart($"Clients served, by the moment at which they began{where}", "completed", result, Shares(scene)) with
            {
                Y = new Axis("completed", Unit.Share) { From = 0, To = 1 },
            };
        }
    }

    private static LineChart Chart(string title, string what, ExperimentResult result, IReadOnlyList<Series> series) => new()
    {
        Title = title,
        Width = FigureWidth.Half,
        X = new Axis("time", Unit.Seconds),
        Y = new Axis(what) { From = 0 },
        Series = series,
        Phases = result.Experiment.Flood.Until is { } end ? [new Phase("flood", 0, end.TotalSeconds)] : [],
    };

    /// <summary>None when there is nothing to see; otherwise every subject has its line, so that its colour is the same in each figure.</summary>
    private static IReadOnlyList<Series> Lines(IEnumerable<TrialResult> trials, Func<Sample, long?> value)
    {
        var told = trials.Where(trial => trial.Samples.Any(sample => value(sample) is not null)).ToList();
        return told.Exists(trial => trial.Samples.Any(sample => value(sample) > 0)) ? [.. told.Select(trial => Line(trial, value))] : [];
    }

    private static Series Line(TrialResult trial, Func<Sample, long?> value) =>
        new(trial.Trial.Subject.Name, [.. trial.Samples.Select(sample => new Point(sample.At.TotalSeconds, value(sample) ?? double.NaN))])
        {
            Family = trial.Trial.Subject.Name,
        };

    /// <summary>Of the clients that began in each second.</summary>
    private static IReadOnlyList<Series> Shares(IEnumerable<TrialResult> trials) =>
    [
        .. trials.Select(trial => new Series(
            trial.Trial.Subject.Name,
            [
                .. trial.Attempts
                    .GroupBy(attempt => Math.Floor(attempt.Start.TotalSeconds))
                    .OrderBy(second => second.Key)
                    .Select(second => new Point(second.Key, second.Average(attempt => attempt.IsCompleted ? 1.0 : 0.0))),
            ])
        {
            Shape = LineShape.Steps,
            Family = trial.Trial.Subject.Name,
        }),
    ];
}
