using System.Text;

namespace ActorTcp.Reports;

/// <summary>A series as the pixels it goes through: gaps cut it into runs, and points that fall on one another are left out.</summary>
internal sealed class LinePath(Series series, Scale x, Scale y)
{
    private readonly List<List<Point>> _runs = [.. Runs(series.Points.Select(each => new Point(x.Place(each.X), y.Place(each.Y)))).Select(Thinned)];

    /// <summary>All pixels that the line goes through.</summary>
    public IReadOnlyList<Point> Points => [.. _runs.SelectMany(each => each)];

    /// <summary>Points without a neighbour, which a line would not show.</summary>
    public IEnumerable<Point> Alone => _runs.Where(run => run.Count == 1).Select(run => run[0]);

    /// <summary>The attribute <c>d</c> of the line.</summary>
    public string Line() => string.Concat(_runs.Select((run, index) => Line(run, isLast: index == _runs.Count - 1)));

    /// <summary>The attribute <c>d</c> of what is between the line and the foot of the plot.</summary>
    public string Ground()
    {
        var foot = y.PlaceWithin(0);
        return string.Concat(_runs.Where(run => run.Count > 1).Select(run => $"{Line(run, isLast: false)}V{Svg.Px(foot)}H{Svg.Px(run[0].X)}z"));
    }

    /// <summary>The attribute <c>d</c> of the band around the line.</summary>
    public string Band()
    {
        var edges = series.Band.Select(each => (X: x.Place(each.X), Low: y.PlaceWithin(each.Low), High: y.PlaceWithin(each.High))).Where(each => double.IsFinite(each.X + each.Low + each.High)).ToList();
        return edges.Count < 2 ? "" : "M" + string.Join('L', edges.Select(each => Svg.Px(each.X, each.High)).Concat(edges.AsEnumerable().Reverse().Select(each => Svg.Px(each.X, each.Low)))) + "z";
    }

    private string Line(List<Point> run, bool isLast)
    {
        var path = new StringBuilder($"M{Svg.Px(run[0].X, run[0].Y)}");
        foreach (var point in run.Skip(1))
        {
            path.Append(series.Shape == LineShape.Steps ? $"H{Svg.Px(point.X)}V{Svg.Px(point.Y)}" : $"L{Svg.Px(point.X, point.Y)}");
        }

        if (isLast && series.Shape == LineShape.Steps && run[^1].X < x.End)
        {
            path.Append($"H{Svg.Px(x.End)}");
        }

        return path.ToString();
    }

    private static IEnumerable<List<Point>> Runs(IEnumerable<Point> points)
    {
        var run = new List<Point>();
        foreach (var point in points)
        {
            if (double.IsFinite(point.X + point.Y))
            {
                run.Add(point);
            }
            else if (run.Count > 0)
            {
                yield return run;
                run = [];
            }
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    /// <summary>Of the points in half a pixel's width the first, the highest, the lowest and the last are all that can be seen.</summary>
    private static List<Point> Thinned(List<Point> run) => run.Count < 200 ? run : [.. run.GroupBy(each => Math.Floor(each.X * 2)).SelectMany(Extremes)];

    private static IEnumerable<Point> Extremes(IGrouping<double, Point> column)
    {
        var points = column.ToList();
        return new[] { 0, points.IndexOf(points.MinBy(each => each.Y)), points.IndexOf(points.MaxBy(each => each.Y)), points.Count - 1 }.Distinct().Order().Select(index => points[index]);
    }
}
