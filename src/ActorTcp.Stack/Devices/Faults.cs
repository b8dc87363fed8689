namespace ActorTcp.Stack;

/// <summary>What a <see cref="FaultyDevice"/> does to packets, in both directions. Shares are between 0 and 1.</summary>
public sealed record Faults
{
    public double Loss { get; init; }

    public double Duplication { get; init; }

    /// <summary>The share of packets that change places with the next one.</summary>
    public double Reordering { get; init; }

    /// <summary>The share of packets in which one bit is wrong; checksums are there to find it.</summary>
    public double Corruption { get; init; }

    /// <summary>The same seed makes the same mistakes.</summary>
    public int Seed { get; init; }
}
