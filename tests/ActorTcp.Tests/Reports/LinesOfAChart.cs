using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

public sealed class LinesOfAChart
{
    private static readonly Scale X = new(new("x"), new(0, 100_000), 0, 100);
    private static readonly Scale Y = new(new("y"), new(0, 100), 100, 0);

    [Fact]
    public void Keep_their_peaks_when_points_that_fall_on_one_another_are_left_out()
    {
        var points = Enumerable.Range(0, 100_000).Select(k => new Point(k, k == 77_777 ? 99 : 5)).ToList();
        var path = new LinePath(new("a", points), X, Y);
        Assert.InRange(path.Points.Count, 100, 1_000);
        Assert.Equal(1, path.Points.Min(each => each.Y));
    }

    [Fact]
    public void Are_cut_where_a_value_is_missing()
    {
        var path = new LinePath(new("a", [new(0, 0), new(50_000, 50), new(60_000, double.NaN), new(70_000, 50), new(100_000, 100)]), X, Y);
        Assert.Equal("M0 100L50 50M70 50L100 0", path.Line());
        Assert.Empty(path.Alone);
    }

    [Fact]
    public void Go_in_steps_to_the_end_of_the_axis() =>
        Assert.Equal("M0 100H20V50H100", new LinePath(new("a", [new(0, 0), new(20_000, 50)]) { Shape = LineShape.Steps }, X, Y).Line());

    [Fact]
    public void Take_turns_with_their_markers_where_they_coincide()
    {
        List<Point> points = [new(0, 5), new(1, 5), new(2, 5), new(3, 5), new(4, 5), new(5, 5)];
        var plot = LinePlot.Of(new() { Title = "t", X = new("x"), Y = new("y"), Series = [new("a", points), new("b", points), new("c", points), new("alone", [.. points.Select(each => each with { Y = 0 })])] }, PlotSize.Wide);
        Assert.Equal([2, 2, 2, 6], plot.Lines.Select(line => line.Markers.Count));
        Assert.Equal(12, plot.Lines.SelectMany(line => line.Markers).Distinct().Count());
    }

    [Fact]
    public void Are_named_at_their_ends_where_these_lie_apart_and_in_a_legend_where_they_do_not()
    {
        Assert.Equal(["failed", "opened", "wanted"], LinePlot.Of(Gallery.RateOverTime(), PlotSize.Wide).Ends.Select(each => each.Label.Text).Order(StringComparer.Ordinal));
        Assert.True(LinePlot.Of(Gallery.RateOverTime(), PlotSize.Narrow).NeedsLegend);
        Assert.True(LinePlot.Of(Gallery.SuccessAgainstRate(), PlotSize.Wide).NeedsLegend);
    }

    [Fact]
    public void With_an_area_stand_on_zero() => Assert.Equal(0, LinePlot.Of(Gallery.Memory(), PlotSize.Wide).Y.Domain.From);
}
