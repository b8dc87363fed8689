namespace ActorTcp.Reports;

/// <summary>One value, or one per series, for each of some named things. Bars lie on their side, so that names of any length can be read.</summary>
/// <remarks>On a logarithmic axis a bar's length would mean nothing: points are drawn instead.</remarks>
public sealed record BarChart : Figure
{
    public required Axis Value { get; init; }

    /// <summary>The things compared, from top to bottom.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>Grouped within each category, in this order.</summary>
    public required IReadOnlyList<BarSeries> Series { get; init; }

    /// <summary>Lines across all bars; their direction is not asked for.</summary>
    public IReadOnlyList<Mark> Marks { get; init; } = [];
}
