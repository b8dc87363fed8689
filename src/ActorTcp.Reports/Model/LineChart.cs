namespace ActorTcp.Reports;

/// <summary>Values over a number or over time: distributions (with <see cref="LineShape.Steps"/>), curves, time series with phases.</summary>
public sealed record LineChart : Figure
{
    public required Axis X { get; init; }

    public required Axis Y { get; init; }

    public required IReadOnlyList<Series> Series { get; init; }

    /// <summary>Shaded stretches of the x axis, for example while a flood is on.</summary>
    public IReadOnlyList<Phase> Phases { get; init; } = [];

    /// <summary>Lines across the plot with a label: a limit, a moment.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];
}
