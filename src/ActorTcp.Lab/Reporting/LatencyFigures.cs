using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>Lemon's plot: which share of the clients had what it wanted within a time, idle and under the strongest flood.</summary>
internal static class LatencyFigures
{
    private const int MostPoints = 400;
    private const double LeastShown = 0.0001;

    public static string Prose(Experiment experiment) =>
        "The share counts clients that never succeed too, so that a line which does not reach the top has lost the rest. "
        + (experiment.Engine == EngineKind.Sim ? "Steps after whole seconds are repeated SYNs." : "Steps after whole seconds are the kernel's repeated SYNs.");

    /// <summary>None where many round trips are tried: each line would be one step at its own.</summary>
    public static IReadOnlyList<Figure> Of(ExperimentResult result) => result.Experiment.Clients.Rtts.Count > 2 ? [] : [.. result.Scenes().Select(scene => Cdf(result, scene)).OfType<LineChart>()];

    private static LineChart? Cdf(ExperimentResult result, IGrouping<Scene, TrialResult> scene)
    {
        var shown = result.Strongest().Where(trial => Scene.Of(trial.Trial) == scene.Key && trial.Attempts.Count > 0).ToList();
        if (shown.Count == 0)
        {
            return null;
        }

        var words = scene.Key.Among(result.Experiment);
        return new LineChart
        {
            Title = $"Clients served within a time, under {shown[0].Trial.Flood()}{(words.Length > 0 ? $", {words}" : "")}",
            Caption = shown.Exists(trial => result.Idle(trial) is not null) ? "Dashed: the same server without a flood." : "",
            Width = result.Scenes().Count() > 1 ? FigureWidth.Half : FigureWidth.Full,
            X = new Axis(result.Experiment.Clients.ReadsOneByte ? "until the first octet" : "until connected", Unit.Seconds, AxisScale.Log) { From = Least(shown) },
            Y = new Axis("share of all clients", Unit.Share) { From = 0, To = 1 },
            Series = [.. shown.SelectMany(trial => Lines(trial, result.Idle(trial)))],
        };
    }

    private static IEnumerable<Series> Lines(TrialResult flooded, TrialResult? idle)
    {
        var name = flooded.Trial.Subject.Name;
        yield return new Series(name, Points(flooded)) { Shape = LineShape.Steps, Family = name };
        if (idle is not null)
        {
            yield return new Series($"{name}, idle", Points(idle)) { Shape = LineShape.Steps, Family = name, Stroke = Stroke.Dashed };
        }
    }

    /// <summary>Leaves room before the quickest client, so that a rise can be seen as one.</summary>
    private static double Least(IEnumerable<TrialResult> trials) =>
        trials.Select(trial => trial.Latencies.Quantile(0)?.TotalSeconds).Min() / 2 ?? LeastShown;

    /// <summary>Begins at 0 and goes on to the end of the clients' patience.</summary>
    private static List<Point> Points(TrialResult trial)
    {
        var sorted = trial.Latencies.Sorted;
        var every = Math.Max(sorted.Count / MostPoints, 1);
        List<Point> points = sorted.Count > 0 ? [new Point(sorted[0].TotalSeconds, 0)] : [new Point(LeastShown, 0)];
        for (var i = every - 1; i < sorted.Count; i += every)
        {
            points.Add(new Point(sorted[i].TotalSeconds, (i + 1.0) / trial.Attempts.Count));
        }

        points.Add(new Point(trial.Trial.Experiment.Clients.Patience.TotalSeconds, trial.Share));
        return points;
    }
}
