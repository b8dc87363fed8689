namespace ActorTcp.Reports;

/// <summary>The numbers behind a plot, for those who cannot see it and for those who want to calculate.</summary>
internal static class FigureTable
{
    /// <param name="mostRows">Of each line at most so many points, evenly chosen; the first and the last are always there.</param>
    public static Table Of(Figure figure, int mostRows = int.MaxValue) => figure switch
    {
        Table table => table,
        Facts facts => Of(facts),
        BarChart bars => Of(bars),
        LineChart lines => HasCommonX(lines) ? SideBySide(lines, mostRows) : OneAfterAnother(lines, mostRows),
        _ => throw new ArgumentOutOfRangeException(nameof(figure)),
    };

    private static Table Of(Facts facts) => new()
    {
        Title = facts.Title,
        Columns = [new("what"), new("number"), new("note")],
        Rows = [.. facts.Tiles.Select(each => (IReadOnlyList<Cell>)[each.Name, Quantity.Text(each.Value, each.Unit), each.Note])],
    };

    private static Table Of(BarChart chart)
    {
        var columns = chart.Series.Select(each => (Series: each, HasRange: each.Bars.Any(bar => bar is { Low: not null } or { High: not null }))).ToList();
        return new()
        {
            Title = chart.Title,
            Columns = [new("case"), .. columns.SelectMany(each => (Column[])(each.HasRange
                ? [new(each.Series.Name, chart.Value.Unit), new(each.Series.Name + ", least", chart.Value.Unit), new(each.Series.Name + ", greatest", chart.Value.Unit)]
                : [new(each.Series.Name, chart.Value.Unit)]))],
            Rows = [.. chart.Categories.Select((category, index) => (IReadOnlyList<Cell>)[category, .. columns.SelectMany(each => Cells(each.Series.Bars.ElementAtOrDefault(index), each.HasRange))])],
        };
    }

    private static Cell[] Cells(Bar? bar, bool hasRange) => hasRange ? [bar?.Value, bar?.Low, bar?.High] : [bar?.Value];

    private static bool HasCommonX(LineChart chart) =>
        chart.Series.Count > 0 && chart.Series.All(each => each.Band.Count == 0 && each.Points.Select(point => point.X).SequenceEqual(chart.Series[0].Points.Select(point => point.X)));

    private static Table SideBySide(LineChart chart, int mostRows) => new()
    {
        Title = chart.Title,
        Columns = [new(chart.X.Title, chart.X.Unit), .. chart.Series.Select(each => new Column(each.Name, chart.Y.Unit))],
        Rows = [.. Chosen(chart.Series[0].Points.Count, mostRows).Select(k => (IReadOnlyList<Cell>)[chart.Series[0].Points[k].X, .. chart.Series.Select(each => (Cell)each.Points[k].Y)])],
    };

    private static Table OneAfterAnother(LineChart chart, int mostRows)
    {
        var hasBand = chart.Series.Any(each => each.Band.Count > 0);
        return new()
        {
            Title = chart.Title,
            Columns = [new("line"), new(chart.X.Title, chart.X.Unit), new(chart.Y.Title, chart.Y.Unit), .. hasBand ? (Column[])[new("least", chart.Y.Unit), new("greatest", chart.Y.Unit)] : []],
            Rows = [.. chart.Series.SelectMany(each => Rows(each, hasBand, mostRows))],
        };
    }

    private static IEnumerable<IReadOnlyList<Cell>> Rows(Series series, bool hasBand, int mostRows)
    {
        var spreads = series.Band.GroupBy(each => each.X).ToDictionary(each => each.Key, each => each.First());
        foreach (var point in Chosen(series.Points.Count, mostRows).Select(k => series.Points[k]))
        {
            Spread? spread = spreads.TryGetValue(point.X, out var found) ? found : null;
            yield return [series.Name, point.X, point.Y, .. hasBand ? (Cell[])[spread?.Low, spread?.High] : []];
        }
    }

    private static IEnumerable<int> Chosen(int count, int most) => count <= most ? Enumerable.Range(0, count) : Enumerable.Range(0, most).Select(k => (int)((long)k * (count - 1) / (most - 1)));
}
