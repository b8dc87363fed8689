namespace ActorTcp.Testing;

/// <summary>What a virtual link does to the packets that a host sends. Shares are between 0 and 1.</summary>
internal sealed record LinkQuality
{
    public static LinkQuality Perfect { get; } = new();

    /// <summary>A bad day: every mishap at once.</summary>
    public static LinkQuality Stormy { get; } = new()
    {
        Loss = 0.1,
        Duplication = 0.05,
        Reordering = 0.1,
        Jitter = TimeSpan.FromMilliseconds(5),
    };

    /// <summary>One way.</summary>
    public TimeSpan Delay { get; init; } = TimeSpan.FromMilliseconds(10);

    /// <summary>At most so much is added to the delay, evenly distributed; packets do not overtake one another by it.</summary>
    public TimeSpan Jitter { get; init; }

    public double Loss { get; init; }

    public double Duplication { get; init; }

    /// <summary>The share of packets that others overtake: they take up to three times as long.</summary>
    public double Reordering { get; init; }

    /// <summary>The MTU that the host sees, in octets.</summary>
    public int Mtu { get; init; } = 1500;

    /// <summary>A narrow place further on: a longer packet is answered with ICMP Packet Too Big; null when there is none.</summary>
    public int? PathMtu { get; init; }

    /// <summary>The narrow place says nothing: a black hole.</summary>
    public bool IsMute { get; init; }
}
