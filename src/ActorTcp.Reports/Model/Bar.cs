namespace ActorTcp.Reports;

/// <summary>A value and, where it was measured more than once, its range; in the base unit of the axis.</summary>
public sealed record Bar(double Value)
{
    /// <summary>The least value met; null where it was measured once.</summary>
    public double? Low { get; init; }

    /// <summary>The greatest value met; null where it was measured once.</summary>
    public double? High { get; init; }

    public static implicit operator Bar(double value) => new(value);
}
