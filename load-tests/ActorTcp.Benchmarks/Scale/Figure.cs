namespace ActorTcp.Benchmarks;

/// <summary>One measured number.</summary>
/// <param name="Aim">What it should be, in words; null where there is no aim.</param>
internal sealed record Figure(string What, double Value, string Unit, string? Aim = null);
