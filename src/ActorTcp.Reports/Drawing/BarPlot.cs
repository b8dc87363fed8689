namespace ActorTcp.Reports;

/// <summary>Where everything of a <see cref="BarChart"/> lies on a drawing of one size.</summary>
internal sealed class BarPlot
{
    private readonly BarChart _chart;

    public BarPlot(BarChart chart, PlotSize size)
    {
        _chart = chart;
        Size = size;
        var widest = chart.Categories.Select(Label.WidthOf).DefaultIfEmpty(0).Max();
        var isBeside = widest <= size.Width * 0.3;
        var thickness = chart.Series.Count == 1 ? 18.0 : 14.0;
        var left = isBeside ? widest + 12 : 4;

        var bars = chart.Series.SelectMany(each => each.Bars).OfType<Bar>().ToList();
        var domain = Domain.Of(FromZero(chart.Value), bars.SelectMany(each => new[] { each.Value, each.Low ?? each.Value, each.High ?? each.Value }).Concat(chart.Marks.Select(each => each.At)), isRounded: false);
        var values = bars.Select(each => Label.WidthOf(Quantity.Text(each.Value, chart.Value.Unit))).DefaultIfEmpty(0).Max();
        X = new(chart.Value, domain, left, size.Width - values - 14);

        Head = new HeadLabels(X, [], chart.Marks, title: null);
        var y = Head.Height + 8;
        var top = y;
        var drawn = new List<DrawnBar>();
        var names = new List<Label>();
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            var height = chart.Series.Count * thickness;
            y += isBeside ? 0 : Label.Row;
            names.Add(isBeside
                ? new(left - 10, y + (height / 2) + 4, chart.Categories[category], Anchor.End, "category")
                : new(left, y - 4, chart.Categories[category], Anchor.Start, "category"));
            for (var k = 0; k < chart.Series.Count; k++)
            {
                drawn.Add(Draw(chart.Series[k].Bars.ElementAtOrDefault(category), k, new(left, y + (k * thickness) + 1, 0, y + ((k + 1) * thickness) - 1)));
            }

            y += height + (chart.Series.Count == 1 ? 6 : 12);
        }

        Names = names;
        Bars = drawn;
        Area = new(left, top, X.End, Math.Max(y, top + Label.Row));
        Ticks = AxisLabels.Across(X, Area.Bottom + 17);
        Height = Area.Bottom + 40;
    }

    public PlotSize Size { get; }

    public double Height { get; }

    public Box Area { get; }

    public Scale X { get; }

    public HeadLabels Head { get; }

    public IReadOnlyList<DrawnBar> Bars { get; }

    public IReadOnlyList<Label> Names { get; }

    public IReadOnlyList<(double At, Label Label)> Ticks { get; }

    public bool NeedsLegend => _chart.Series.Count > 1;

    public Label Title => new(Area.Right, Height - 5, X.Title, Anchor.End, "axis-title");

    public IEnumerable<Label> Labels => [Title, .. Names, .. Ticks.Select(each => each.Label), .. Head.Labels, .. Bars.Select(each => each.Label)];

    private static Axis FromZero(Axis axis) => axis.Scale == AxisScale.Linear ? axis with { From = axis.From ?? 0 } : axis;

    /// <param name="place">Its left, top and bottom edge.</param>
    private DrawnBar Draw(Bar? bar, int index, Box place)
    {
        var middle = (place.Top + place.Bottom) / 2;
        var end = bar is null ? double.NaN : X.Place(bar.Value);
        if (!double.IsFinite(end))
        {
            return new(Palette.Hue(index), null, middle, null, new(place.Left + 6, middle + 4, bar is null ? Quantity.None : Quantity.Text(bar.Value, _chart.Value.Unit), Anchor.Start, "tick"));
        }

        end = X.PlaceWithin(bar!.Value);
        (double, double)? range = bar.Low is null && bar.High is null ? null : (X.PlaceWithin(bar.Low ?? bar.Value), X.PlaceWithin(bar.High ?? bar.Value));
        var behind = Math.Max(end, range?.Item2 ?? end) + 7;
        return new(Palette.Hue(index), place with { Right = Math.Max(end, place.Left + 1) }, middle, range, new(behind, middle + 4, Quantity.Text(bar.Value, _chart.Value.Unit), Anchor.Start, "value"));
    }
}
