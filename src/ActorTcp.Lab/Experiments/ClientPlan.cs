namespace ActorTcp.Lab;

/// <summary>The legitimate clients of an experiment, each with a connection of its own; every combination of what is listed is tried.</summary>
internal sealed record ClientPlan
{
    public int Count { get; init; } = 2000;

    /// <summary>How many begin in a second, at random moments.</summary>
    public int PerSecond { get; init; } = 200;

    /// <summary>When the first begins, from the beginning of the trial: the flood has its effect by then.</summary>
    public TimeSpan After { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How long each tries.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Round-trip times between client and server, in engine sim.</summary>
    public IReadOnlyList<TimeSpan> Rtts { get; init; } = [TimeSpan.FromMilliseconds(1)];

    /// <summary>Share of the clients' packets, each way, that the network loses, in engine sim.</summary>
    public IReadOnlyList<double> Losses { get; init; } = [0];

    /// <summary>Whether a client waits for one octet from the server, or is content when it is connected.</summary>
    public bool ReadsOneByte { get; init; }

    public SynSchedule Schedule { get; init; } = SynSchedule.Exponential;

    /// <summary>Share of the first SYNs of which the network keeps a copy, in engine sim.</summary>
    public double Duplicates { get; init; }

    /// <summary>How long it keeps the copy.</summary>
    public TimeSpan DuplicateDelay { get; init; } = TimeSpan.FromSeconds(5);
}
