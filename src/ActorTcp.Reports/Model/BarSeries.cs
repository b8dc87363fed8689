namespace ActorTcp.Reports;

/// <summary>One colour of a <see cref="BarChart"/>.</summary>
/// <param name="Bars">One for each category, in their order; null where nothing was measured.</param>
public sealed record BarSeries(string Name, IReadOnlyList<Bar?> Bars);
