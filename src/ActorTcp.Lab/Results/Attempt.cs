namespace ActorTcp.Lab;

/// <summary>What one client has lived through.</summary>
/// <param name="Start">When it sent its first SYN, from the beginning of the trial.</param>
/// <param name="Connect">From there to the SYN-ACK; null when none came.</param>
/// <param name="FirstByte">From the start to the server's first octet; null when none came or none was waited for.</param>
internal readonly record struct Attempt(TimeSpan Start, AttemptOutcome Outcome, TimeSpan? Connect, TimeSpan? FirstByte)
{
    public bool IsCompleted => Outcome == AttemptOutcome.Completed;

    /// <summary>Until the client had what it wanted; null when it never did.</summary>
    public TimeSpan? Latency => IsCompleted ? FirstByte ?? Connect : null;
}
