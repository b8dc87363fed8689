namespace ActorTcp.Reports;

/// <summary>A plot told in words, for those who cannot see it.</summary>
internal static class FigureWords
{
    public static string Of(LineChart chart) => Sentences(chart.Caption, $"{chart.Y.Title} against {chart.X.Title}.", [.. chart.Series.Select(each => Of(each, chart))]);

    public static string Of(BarChart chart) => Sentences(chart.Caption, $"{chart.Value.Title}.",
        [.. chart.Series.Select(series => $"{series.Name}: {string.Join(", ", chart.Categories.Select((category, index) => $"{category} {Quantity.Text(series.Bars.ElementAtOrDefault(index)?.Value ?? double.NaN, chart.Value.Unit)}"))}.")]);

    private static string Of(Series series, LineChart chart)
    {
        var points = series.Points.Where(each => double.IsFinite(each.Y)).ToList();
        if (points.Count == 0)
        {
            return $"{series.Name}: nothing measured.";
        }

        string Y(double value) => Quantity.Text(value, chart.Y.Unit);
        string X(double value) => Quantity.Text(value, chart.X.Unit);
        var least = points.MinBy(each => each.Y);
        var most = points.MaxBy(each => each.Y);
        return $"{series.Name}: from {Y(points[0].Y)} at {X(points[0].X)} to {Y(points[^1].Y)} at {X(points[^1].X)}, least {Y(least.Y)}, most {Y(most.Y)} at {X(most.X)}.";
    }

    private static string Sentences(string caption, string axes, string[] series) => string.Join(' ', [.. caption.Length > 0 ? [caption] : Array.Empty<string>(), axes, .. series]);
}
