namespace ActorTcp.Lab;

/// <summary>What one generator has measured.</summary>
internal sealed record LoadShare
{
    public required LoadTally Tally { get; init; }

    public required TimeSpan Lasted { get; init; }

    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>Octets resident at its end.</summary>
    public required long Memory { get; init; }
}
