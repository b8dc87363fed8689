namespace ActorTcp.Reports;

/// <summary>A line of text as a plot: each sign is one of eight heights, a blank is nothing.</summary>
internal static class Sparkline
{
    private const string Heights = "▁▂▃▄▅▆▇█";

    /// <param name="parts">Heights from 0 to 1; what is not a number is left blank.</param>
    public static string Of(IEnumerable<double> parts) => string.Concat(parts.Select(part => double.IsFinite(part) ? Heights[Math.Clamp((int)(part * Heights.Length), 0, Heights.Length - 1)] : ' '));

    /// <summary>A series on the axes of its chart, <paramref name="width"/> signs wide; where many points fall on one sign, the highest is shown.</summary>
    public static string Of(Series series, Axis x, Domain across, Axis y, Domain up, int width)
    {
        var columns = new Scale(x, across, 0, width);
        var heights = new Scale(y, up, 0, 1);
        var parts = Enumerable.Repeat(double.NaN, width).ToArray();
        var before = (Column: -1, Part: double.NaN);
        foreach (var point in series.Points.Where(each => columns.Holds(each.X) || each.X < across.From))
        {
            var column = Math.Clamp((int)columns.PlaceWithin(point.X), 0, width - 1);
            var part = double.IsNaN(heights.Place(point.Y)) ? double.NaN : heights.PlaceWithin(point.Y);
            parts.AsSpan(before.Column + 1, Math.Max(0, column - before.Column - 1)).Fill(before.Part);
            parts[column] = column == before.Column && !(part > parts[column]) ? parts[column] : part;
            before = (column, part);
        }

        if (series.Shape == LineShape.Steps)
        {
            parts.AsSpan(before.Column + 1).Fill(before.Part);
        }

        return Of(parts);
    }
}
