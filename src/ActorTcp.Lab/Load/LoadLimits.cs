namespace ActorTcp.Lab;

/// <summary>Bounds that hold whatever the plan says. A plan that asks for more than the first three is refused before anything is sent.</summary>
internal sealed record LoadLimits
{
    /// <summary>New flows per second, of closed loops too.</summary>
    public double Rate { get; init; } = 20_000;

    public TimeSpan Duration { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Flows open at the same time.</summary>
    public int Open { get; init; } = 20_000;

    /// <summary>Octets resident in this process and its helpers, beyond which no flow is started.</summary>
    public long Memory { get; init; } = 4L << 30;

    /// <summary>How long a flow may wait for the handshake, for each step and for the close.</summary>
    public TimeSpan Wait { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long flows may take to end after the plan's end.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.FromSeconds(5);
}
