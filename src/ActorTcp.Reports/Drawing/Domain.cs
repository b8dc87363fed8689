namespace ActorTcp.Reports;

/// <summary>From which value to which an axis reaches.</summary>
internal readonly record struct Domain(double From, double To)
{
    private static readonly int[] Downwards = [5, 2, 1];

    /// <summary>Holds all <paramref name="values"/>, or what the axis demands.</summary>
    /// <param name="isRounded">Whether the end is moved out to the next tick; an axis of time ends where the data end.</param>
    public static Domain Of(Axis axis, IEnumerable<double> values, bool isRounded)
    {
        var seen = values.Where(value => double.IsFinite(value) && (axis.Scale == AxisScale.Linear || value > 0)).DefaultIfEmpty(axis.Scale == AxisScale.Linear ? 0 : 1).ToList();
        var (least, most) = (seen.Min(), seen.Max());
        return axis.Scale == AxisScale.Log ? Log(axis, least, most) : Linear(axis, least, most, isRounded);
    }

    private static Domain Linear(Axis axis, double least, double most, bool isRounded)
    {
        var beginsAtZero = isRounded ? least >= 0 && least < 0.9 * most : least >= 0 && least < 0.2 * most;
        var from = axis.From ?? (beginsAtZero || least == most ? Math.Min(0, least) : least);
        var to = axis.To ?? (axis.Unit == Unit.Share && most is > 0.5 and <= 1 ? 1 : least == most ? Math.Max(0, most) : most);
        if (!(to > from))
        {
            to = from + (from == 0 ? 1 : Math.Abs(from));
        }

        if (!isRounded)
        {
            return new(from, to);
        }

        var size = Prefix.For(Math.Max(Math.Abs(from), Math.Abs(to)), axis.Unit).Size;
        var step = Ticks.Step((to - from) / size / 5) * size;
        return new(axis.From ?? (Math.Floor((from / step) + 1e-9) * step), axis.To ?? (Math.Ceiling((to / step) - 1e-9) * step));
    }

    private static Domain Log(Axis axis, double least, double most)
    {
        var from = axis.From is > 0 ? axis.From.Value : Below(least);
        var to = axis.To is > 0 ? axis.To.Value : Ticks.Step(most);
        return to > from * 1.5 ? new(from, to) : new(from / 2, Math.Max(from, to) * 2);
    }

    private static double Below(double value)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(value) + 1e-9));
        return Downwards.Select(each => each * power).First(each => each <= value * (1 + 1e-9));
    }
}
