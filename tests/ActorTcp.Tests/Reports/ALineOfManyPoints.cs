using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

public sealed class ALineOfManyPoints
{
    private static readonly Scale X = new(new("x"), new(0, 100_000), 0, 100);
    private static readonly Scale Y = new(new("y"), new(0, 100), 100, 0);

    [Fact]
    public void Keeps_its_peaks_when_points_that_fall_on_one_another_are_left_out()
    {
        var points = Enumerable.Range(0, 100_000).Select(k => new Point(k, k == 77_777 ? 99 : 5)).ToList();
        var path = new LinePath(new("a", points), X, Y);
        Assert.InRange(path.Points.Count, 100, 1_000);
        Assert.Equal(1, path.Points.Min(each => each.Y));
    }

    [Fact]
    public void Is_cut_where_a_value_is_missing()
    {
        var path = new LinePath(new("a", [new(0, 0), new(50_000, 50), new(60_000, double.NaN), new(70_000, 50), new(100_000, 100)]), X, Y);
        Assert.Equal("M0 100L50 50M70 50L100 0", path.Line());
        Assert.Empty(path.Alone);
    }

    [Fact]
    public void Goes_in_steps_to_the_end_of_the_axis() =>
        Assert.Equal("M0 100H20V50H100", new LinePath(new("a", [new(0, 0), new(20_000, 50)]) { Shape = LineShape.Steps }, X, Y).Line());
}
