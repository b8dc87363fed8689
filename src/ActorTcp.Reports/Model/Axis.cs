namespace ActorTcp.Reports;

/// <summary>One direction of a plot.</summary>
/// <param name="Title">What is measured, without its unit: "connect latency".</param>
public sealed record Axis(string Title, Unit Unit = Unit.Count, AxisScale Scale = AxisScale.Linear)
{
    /// <summary>Where the axis begins, in base units; null lets the data decide (linear axes then begin at 0 unless all data are far from it).</summary>
    public double? From { get; init; }

    /// <summary>Where the axis ends, in base units; null lets the data decide.</summary>
    public double? To { get; init; }
}
