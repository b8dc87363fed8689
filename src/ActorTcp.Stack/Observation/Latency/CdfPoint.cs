namespace ActorTcp.Stack;

/// <summary>A step of a cumulative distribution.</summary>
/// <param name="Share">Of all latencies, those that are this long at most; 0 to 1.</param>
internal readonly record struct CdfPoint(TimeSpan Latency, double Share);
