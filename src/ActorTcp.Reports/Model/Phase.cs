namespace ActorTcp.Reports;

/// <summary>A stretch of the x axis with a name: <c>new("flood", 10, 40)</c>.</summary>
/// <param name="From">In the base unit of the axis.</param>
/// <param name="To">In the base unit of the axis; not before <paramref name="From"/>.</param>
public sealed record Phase(string Label, double From, double To);
