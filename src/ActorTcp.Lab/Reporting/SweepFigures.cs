using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>Success and latency against whatever the experiment varies in steps: the flood's rate, the round trip, the loss.</summary>
internal static class SweepFigures
{
    public static IReadOnlyList<Figure> Of(ExperimentResult result)
    {
        var (flood, clients) = (result.Experiment.Flood, result.Experiment.Clients);
        List<Figure> figures = [];
        if (flood.Rates.Count > 2)
        {
            figures.AddRange(Against(new Axis("flood rate", Unit.PerSecond, AxisScale.Log), trial => Math.Max(trial.FloodRate, 1), result.Trials));
        }

        if (clients.Rtts.Count > 2)
        {
            figures.AddRange(Against(new Axis("round trip", Unit.Seconds, AxisScale.Log), trial => trial.Trial.Rtt.TotalSeconds, result.Strongest()));
        }

        if (clients.Losses.Count > 2)
        {
            figures.AddRange(Against(new Axis("loss each way", Unit.Share), trial => trial.Trial.Loss, result.Strongest()));
        }

        return figures;
    }

    private static IEnumerable<Figure> Against(Axis x, Func<TrialResult, double> of, IReadOnlyList<TrialResult> trials)
    {
        yield return new LineChart
        {
            Title = $"Clients served, against {x.Title}",
            Width = FigureWidth.Half,
            X = x,
            Y = new Axis("completed", Unit.Share) { From = 0, To = 1 },
            Series = Lines(of, trial => trial.Share, trials),
        };
        yield return new LineChart
        {
            Title = $"99th percentile of latency, against {x.Title}",
            Caption = "Of those clients that were served.",
            Width = FigureWidth.Half,
            X = x,
            Y = new Axis("p99", Unit.Seconds, AxisScale.Log),
            Series = Lines(of, trial => trial.Latencies.P99()?.TotalSeconds ?? double.NaN, trials),
        };
    }

    private static IReadOnlyList<Series> Lines(Func<TrialResult, double> x, Func<TrialResult, double> y, IReadOnlyList<TrialResult> trials) =>
    [
        .. trials.GroupBy(trial => trial.Trial.Subject).Select(subject =>
            new Series(subject.Key.Name, [.. subject.Select(trial => new Point(x(trial), y(trial))).OrderBy(point => point.X)]) { Family = subject.Key.Name }),
    ];
}
