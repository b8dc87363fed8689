namespace ActorTcp.Reports;

/// <summary>A demand on a run and its answer.</summary>
/// <param name="Demand">As the user wrote it or would say it: <c>p99 ≤ 2 × idle</c>.</param>
/// <param name="Measured">The number that decided: <c>1.3 × idle</c>.</param>
public sealed record Check(string Demand, bool Holds, string Measured);
