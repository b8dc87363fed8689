namespace ActorTcp.Reports;

/// <summary>From where to where values lay at <paramref name="X"/>, in the base units of the axes.</summary>
public readonly record struct Spread(double X, double Low, double High);
