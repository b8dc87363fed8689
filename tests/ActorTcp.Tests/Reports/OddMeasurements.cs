using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

/// <summary>Runs that fail early, or measure nothing, or the same again and again, also end in a report.</summary>
public sealed class OddMeasurements
{
    private static readonly Dictionary<string, Point[]> Lines = new(StringComparer.Ordinal)
    {
        ["nothing"] = [],
        ["one point"] = [new(3, 7)],
        ["a point at the origin"] = [new(0, 0)],
        ["all equal"] = [new(1, 5), new(2, 5), new(3, 5)],
        ["the same place twice"] = [new(1, 5), new(1, 5)],
        ["a huge range"] = [new(1e-12, 1e-9), new(1, 1), new(1e12, 1e15)],
        ["a tiny range far from zero"] = [new(1e9, 1e9), new(1e9 + 1, 1e9 + 1e-3)],
        ["below zero"] = [new(-3, -20), new(-1, 40)],
        ["gaps only"] = [new(1, double.NaN), new(2, double.PositiveInfinity)],
        ["gaps around a point"] = [new(1, double.NaN), new(2, 4), new(3, double.NaN), new(4, 1), new(5, 2)],
        ["zeros"] = [new(0, 0), new(0, 0), new(1, 0)],
    };

    public static TheoryData<string, AxisScale, LineShape, Unit> Charts =>
        new(from line in Lines.Keys from scale in Enum.GetValues<AxisScale>() from shape in Enum.GetValues<LineShape>() from unit in new[] { Unit.Count, Unit.Seconds, Unit.Octets, Unit.Share } select (line, scale, shape, unit));

    [Theory, MemberData(nameof(Charts))]
    public async Task Make_a_sound_drawing(string line, AxisScale scale, LineShape shape, Unit unit)
    {
        var chart = new LineChart
        {
            Title = line,
            X = new("x", unit, scale),
            Y = new("y", unit, scale),
            Series = [new("a", Lines[line]) { Shape = shape }, new("b", Lines[line]) { Shape = shape, IsReference = true }],
            Phases = [new("before", -5, 0), new("within", 1, 2)],
            Marks = [new("there", 1), new("limit", 4, MarkDirection.Horizontal)],
        };
        Drawings.NoLabelCoversAnother(chart);
        Drawings.IsSound(await Drawings.PageOfAsync(chart));
        Assert.All(Drawings.LabelsOf(chart), each => Assert.InRange(each.Labels.Count(label => label.Style == "tick"), 2, 30));
    }

    [Theory, InlineData(AxisScale.Linear), InlineData(AxisScale.Log)]
    public async Task Make_sound_bars(AxisScale scale)
    {
        double[] values = [0, 1e-9, 1, 1e12, -4, double.NaN];
        var chart = new BarChart
        {
            Title = "bars",
            Value = new("value", Unit.Seconds, scale),
            Categories = ["zero", "tiny", "one", "huge with a name that is far too long to stand beside its bar", "below", "none", "missing"],
            Series = [new("a", [.. values.Select(each => (Bar?)each)]), new("b", [new(1) { Low = 0 }])],
            Marks = [new("here", 1)],
        };
        Drawings.NoLabelCoversAnother(chart);
        Drawings.IsSound(await Drawings.PageOfAsync(chart));
    }

    [Fact]
    public async Task Without_any_series_or_row_there_is_still_a_page()
    {
        Drawings.IsSound(await Drawings.PageOfAsync(new LineChart { Title = "none", X = new("x"), Y = new("y"), Series = [] }));
        Drawings.IsSound(await Drawings.PageOfAsync(new BarChart { Title = "none", Value = new("x"), Categories = [], Series = [] }));
        Drawings.IsSound(await Drawings.PageOfAsync(new Table { Title = "none", Columns = [new("x", Better: Better.Less)], Rows = [] }));
        Drawings.IsSound(await Drawings.PageOfAsync(new Facts { Title = "none", Tiles = [] }));
    }

    [Fact]
    public async Task A_plot_without_a_point_says_so() =>
        Assert.Contains("nothing was measured", await Drawings.PageOfAsync(new LineChart { Title = "none", X = new("x"), Y = new("y"), Series = [new("a", [])] }), StringComparison.Ordinal);
}
