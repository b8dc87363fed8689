namespace ActorTcp.Reports;

/// <summary>Names at the right ends of lines: read without looking away, where the ends lie far enough from one another.</summary>
internal static class EndLabels
{
    private const double FarthestFromItsEnd = 11;

    /// <summary>A name for every line, or none at all.</summary>
    public static IReadOnlyList<(int Hue, Label Label)> Of(IReadOnlyList<DrawnLine> lines, Scale x, Box area)
    {
        var ends = lines.Where(each => each.Path.Points.Count > 0).Select(line => (Line: line, End: line.Path.Points[^1])).OrderBy(each => each.End.Y).ToList();
        if (ends.Count < lines.Count || ends.Exists(each => each.End.Y < area.Top - 1 || each.End.Y > area.Bottom + 1 || (each.Line.Series.Shape != LineShape.Steps && each.End.X < x.End - 20)))
        {
            return [];
        }

        var places = Spread([.. ends.Select(each => each.End.Y)], area.Bottom);
        return ends.Select((each, index) => Math.Abs(places[index] - each.End.Y)).Max() > FarthestFromItsEnd
            ? []
            : [.. ends.Select((each, index) => (each.Line.Hue, new Label(x.End + 9, places[index] + 4, each.Line.Series.Name, Anchor.Start, "end")))];
    }

    /// <summary>Moves neighbours apart, equally upwards and downwards; none leaves the plot at its foot, where the ticks of the x axis stand.</summary>
    private static double[] Spread(double[] places, double foot)
    {
        const double Apart = Label.Row - 2;
        for (var round = 0; round < 20; round++)
        {
            for (var k = 1; k < places.Length; k++)
            {
                var missing = (Apart - (places[k] - places[k - 1])) / 2;
                if (missing > 0)
                {
                    (places[k - 1], places[k]) = (places[k - 1] - missing, places[k] + missing);
                }
            }
        }

        for (var (k, lowest) = (places.Length - 1, foot); k >= 0; k--)
        {
            places[k] = Math.Min(places[k], lowest);
            lowest = places[k] - Apart;
        }

        return places;
    }
}
