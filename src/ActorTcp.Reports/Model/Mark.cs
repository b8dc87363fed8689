namespace ActorTcp.Reports;

/// <summary>A line across the plot: a limit, a moment, a percentile.</summary>
/// <param name="At">Where it crosses its axis, in that axis's base unit.</param>
public sealed record Mark(string Label, double At, MarkDirection Direction = MarkDirection.Vertical);
