namespace ActorTcp.Lab;

/// <summary>Something happened at an end, at both, or between them; and how it left both ends.</summary>
internal sealed record Instant(TimeSpan At, EndReading Left, EndReading Right);
