namespace ActorTcp.Reports;

/// <summary>A measured value, in the base units of its axes.</summary>
public readonly record struct Point(double X, double Y);
