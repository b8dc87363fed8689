namespace ActorTcp.Reports;

/// <summary>The named ticks of an axis, as many as there is room for.</summary>
internal static class AxisLabels
{
    private const double Gap = 14;

    /// <summary>How many ticks a y axis has at most; 1, 2, 5 in each of two decades are seven.</summary>
    public static int MostUp(Axis axis) => axis.Scale == AxisScale.Log ? 7 : 5;

    /// <summary>Below a plot.</summary>
    public static IReadOnlyList<(double At, Label Label)> Across(Scale scale, double baseline)
    {
        for (var count = 12; ; count--)
        {
            var ticks = scale.Named(count).Select(tick => (At: scale.Place(tick), Label: new Label(scale.Place(tick), baseline, scale.Text(tick), Anchor.Middle, "tick"))).ToList();
            if (count == 1 || ticks.Zip(ticks.Skip(1)).All(pair => pair.First.Label.Box.Right + Gap <= pair.Second.Label.Box.Left))
            {
                return count == 1 ? ticks.Take(1).ToList() : ticks;
            }
        }
    }

    /// <summary>Beside a plot.</summary>
    public static IReadOnlyList<(double At, Label Label)> Up(Scale scale, double right) =>
        [.. scale.Named(MostUp(scale.Axis)).Select(tick => (scale.Place(tick), new Label(right, scale.Place(tick) + 4, scale.Text(tick), Anchor.End, "tick")))];
}
