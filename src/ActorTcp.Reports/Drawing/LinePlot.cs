namespace ActorTcp.Reports;

/// <summary>Where everything of a <see cref="LineChart"/> lies on a drawing of one size.</summary>
internal sealed class LinePlot
{
    private const int MostNamedAtTheirEnds = 6;

    private readonly LineChart _chart;

    private LinePlot(LineChart chart, PlotSize size, bool isNamedAtEnds)
    {
        _chart = chart;
        Size = size;
        var x = Domain.Of(chart.X, chart.Series.SelectMany(each => each.Points).Select(each => each.X), isRounded: false);
        var y = Domain.Of(Founded(chart), chart.Series.SelectMany(each => each.Points.Select(point => point.Y).Concat(each.Band.Select(spread => spread.High)))
            .Concat(Crossing(MarkDirection.Horizontal).Where(_ => chart.Y.To is null).Select(each => each.At)), isRounded: true);

        var names = new Scale(chart.Y, y, 0, 0);
        var left = names.Named(AxisLabels.MostUp(chart.Y)).Select(tick => Label.WidthOf(names.Text(tick))).DefaultIfEmpty(0).Max() + 10;
        var right = size.Width - (isNamedAtEnds ? chart.Series.Max(each => Label.WidthOf(each.Name)) + 12 : 18);
        X = new(chart.X, x, left, right);
        var head = new HeadLabels(X, chart.Phases, Crossing(MarkDirection.Vertical), new Label(0, 0, names.Title, Anchor.Start, "axis-title"));
        Area = new(left, head.Height + 8, right, size.Height - 40);
        Y = new(chart.Y, y, Area.Bottom, Area.Top);

        var hues = Palette.Of(chart);
        Lines = [.. CoincidentMarkers.InTurns([.. chart.Series.Select((series, index) => Draw(series, hues[index], index))]).OrderByDescending(line => line.Series.IsReference)];
        Head = head;
        XTicks = AxisLabels.Across(X, Area.Bottom + 17);
        YTicks = AxisLabels.Up(Y, Area.Left - 8);
        Levels = LevelLabels.Of(Crossing(MarkDirection.Horizontal), Y, Area, head.Labels);
        Ends = isNamedAtEnds ? EndLabels.Of([.. Lines], X, Area) : [];
    }

    public PlotSize Size { get; }

    public Box Area { get; }

    public Scale X { get; }

    public Scale Y { get; }

    /// <summary>References first, so that the others lie above them.</summary>
    public IReadOnlyList<DrawnLine> Lines { get; }

    public HeadLabels Head { get; }

    public IReadOnlyList<(double At, Label Label)> XTicks { get; }

    public IReadOnlyList<(double At, Label Label)> YTicks { get; }

    /// <summary>Names at the right ends of the lines; empty where a legend has to name them.</summary>
    public IReadOnlyList<(int Hue, Label Label)> Ends { get; }

    public bool NeedsLegend => _chart.Series.Count > 1 && Ends.Count == 0;

    public bool IsEmpty => Lines.All(line => line.Path.Points.Count == 0);

    public Label Title => new(Area.Right, Size.Height - 5, X.Title, Anchor.End, "axis-title");

    /// <summary>Horizontal marks and their names.</summary>
    public IReadOnlyList<(double At, Label Label)> Levels { get; }

    /// <summary>Everything written.</summary>
    public IEnumerable<Label> Labels => [Title, .. XTicks.Select(each => each.Label), .. YTicks.Select(each => each.Label), .. Head.Labels, .. Levels.Select(each => each.Label), .. Ends.Select(each => each.Label)];

    public static LinePlot Of(LineChart chart, PlotSize size)
    {
        var mayNameEnds = size == PlotSize.Wide && chart.Width == FigureWidth.Full && chart.Series.Count is > 1 and <= MostNamedAtTheirEnds;
        return mayNameEnds && new LinePlot(chart, size, isNamedAtEnds: true) is { Ends.Count: > 0 } named ? named : new LinePlot(chart, size, isNamedAtEnds: false);
    }

    /// <summary>An area's size says something only if it stands on zero.</summary>
    private static Axis Founded(LineChart chart) =>
        chart.Y.Scale == AxisScale.Linear && chart.Series.Any(each => each.Shape == LineShape.Area) ? chart.Y with { From = chart.Y.From ?? Math.Min(0, Least(chart)) } : chart.Y;

    private static double Least(LineChart chart) => chart.Series.SelectMany(each => each.Points).Select(each => each.Y).Where(double.IsFinite).DefaultIfEmpty(0).Min();

    private IEnumerable<Mark> Crossing(MarkDirection direction) => _chart.Marks.Where(mark => mark.Direction == direction);

    /// <summary>Few points each have their marker; on a dense line some markers tell which it is, elsewhere than on its neighbours.</summary>
    private DrawnLine Draw(Series series, int hue, int index)
    {
        const int Few = 24;
        const double Apart = 130;
        var path = new LinePath(series, X, Y);
        var seen = path.Points.Where(each => each.X >= X.Start - 1 && each.X <= X.End + 1 && each.Y >= Area.Top - 1 && each.Y <= Area.Bottom + 1).ToList();
        if (series.Shape == LineShape.Points || (series.Points.Count <= Few && !series.IsReference))
        {
            return new(series, hue, path, seen);
        }

        if (_chart.Series.Count == 1 || series.IsReference)
        {
            return new(series, hue, path, [.. path.Alone]);
        }

        var some = new List<Point>();
        var travelled = Apart * ((index * 0.37 % 1) - 1);
        for (var k = 1; k < seen.Count; k++)
        {
            travelled += Math.Abs(seen[k].X - seen[k - 1].X) + Math.Abs(seen[k].Y - seen[k - 1].Y);
            if (travelled >= 0)
            {
                some.Add(seen[k]);
                travelled = (travelled % Apart) - Apart;
            }
        }

        return new(series, hue, path, [.. path.Alone, .. some]);
    }
}
