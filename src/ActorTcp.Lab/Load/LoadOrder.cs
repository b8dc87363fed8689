namespace ActorTcp.Lab;

/// <summary>What a helper process is told.</summary>
/// <param name="Beginning">The time stamp at which the plan begins; CLOCK_MONOTONIC is the same in every process.</param>
internal sealed record LoadOrder(LoadJob Job, long Beginning);
