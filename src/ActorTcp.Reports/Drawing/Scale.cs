namespace ActorTcp.Reports;

/// <summary>An axis on paper: where each value lies, in pixels, and which values are named.</summary>
/// <param name="Start">The pixel of <c>Domain.From</c>.</param>
/// <param name="End">The pixel of <c>Domain.To</c>; less than <paramref name="Start"/> on a y axis.</param>
internal sealed record Scale(Axis Axis, Domain Domain, double Start, double End)
{
    private bool IsLog => Axis.Scale == AxisScale.Log;

    /// <summary>The pixel of a value, also outside the domain; not a number where the value has no place.</summary>
    public double Place(double value) => !double.IsFinite(value) || (IsLog && value <= 0) ? double.NaN : Start + ((End - Start) * Part(value));

    /// <summary>As <see cref="Place"/>, held within the axis.</summary>
    public double PlaceWithin(double value) => Math.Clamp(IsLog && value <= 0 ? Start : Place(value), Math.Min(Start, End), Math.Max(Start, End));

    public bool Holds(double value) => value >= Domain.From && value <= Domain.To;

    /// <summary>Values to be named, at most about <paramref name="count"/>.</summary>
    public List<double> Named(int count) => Axis switch
    {
        { Scale: AxisScale.Log, Unit: Unit.Octets } => Ticks.Binary(Domain.From, Domain.To, count),
        { Scale: AxisScale.Log } => Ticks.Log(Domain.From, Domain.To, count),
        { Unit: Unit.Count } => Whole(Ticks.Linear(Domain.From, Domain.To, count, Prefix.Size)),
        _ => Ticks.Linear(Domain.From, Domain.To, count, Prefix.Size),
    };

    /// <summary>Values marked without a name.</summary>
    public List<double> Unnamed() => IsLog && Axis.Unit != Unit.Octets ? Ticks.BetweenDecades(Domain.From, Domain.To) : [];

    /// <summary>On a linear axis the title bears the unit; on a logarithmic one each tick has its own.</summary>
    public string Title => Axis.Unit switch
    {
        Unit.PerSecond => Axis.Title + " per second",
        Unit.Seconds or Unit.Octets when !IsLog => $"{Axis.Title} ({Prefix.Symbol})",
        _ => Axis.Title,
    };

    public string Text(double tick) => Axis.Unit is Unit.Seconds or Unit.Octets && !IsLog ? Quantity.Number(tick / Prefix.Size) : Quantity.Short(tick, Axis.Unit);

    private Prefix Prefix => Prefix.For(Math.Max(Math.Abs(Domain.From), Math.Abs(Domain.To)), Axis.Unit);

    /// <summary>There is no half connection; but a number without a dimension may lie between two whole ones.</summary>
    private static List<double> Whole(List<double> ticks) => ticks.FindAll(tick => Math.Abs(tick - Math.Round(tick)) < 1e-9) is { Count: > 1 } whole ? whole : ticks;

    private double Part(double value) => IsLog
        ? Math.Log(value / Domain.From) / Math.Log(Domain.To / Domain.From)
        : (value - Domain.From) / (Domain.To - Domain.From);
}
