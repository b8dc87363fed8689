namespace ActorTcp.Lab;

/// <summary>The server at one moment of a trial; null is what this server does not tell.</summary>
/// <param name="At">From the beginning of the trial.</param>
/// <param name="FloodPackets">Sent so far.</param>
/// <param name="Octets">What the half-open peers cost in memory, as far as the engine can tell: see <see cref="MemoryWords"/>.</param>
internal readonly record struct Sample(TimeSpan At, long FloodPackets, long? HalfOpen, long? Established, long? Octets = null);
