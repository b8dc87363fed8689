namespace ActorTcp.Lab;

/// <summary>A question to a server under a flood, complete: with its seed it is all that is needed to ask it again.</summary>
internal sealed record Experiment
{
    /// <summary>A short word, which also names the folder of its results.</summary>
    public required string Name { get; init; }

    /// <summary>What it is to find out, in a sentence.</summary>
    public string Question { get; init; } = "";

    public EngineKind Engine { get; init; } = EngineKind.Sim;

    public int Seed { get; init; } = 1;

    /// <summary>What is flooded, one after the other.</summary>
    public required IReadOnlyList<Subject> Subjects { get; init; }

    public FloodPlan Flood { get; init; } = new();

    public ClientPlan Clients { get; init; } = new();

    /// <summary>Connections in SYN-RECEIVED that the listener allows; for the kernel also its backlog.</summary>
    public int HalfOpenLimit { get; init; } = 1024;

    /// <summary>Packets that wait at most for the stack to read them, in engine tun.</summary>
    public int QueueLength { get; init; } = 20_000;

    /// <summary>How long a trial is watched at least, be there clients or not.</summary>
    public TimeSpan Duration { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Every combination, with what is compared side by side next to each other.</summary>
    public IReadOnlyList<Trial> Trials() =>
    [
        .. (from kind in Flood.Kinds
            from sources in Flood.Sources
            from loss in Clients.Losses
            from rtt in Clients.Rtts
            from rate in Flood.Rates
            from subject in SubjectsOfEngine()
            select (kind, sources, loss, rtt, rate, subject))
            .Select((of, i) => new Trial(this, i, of.subject, of.kind, of.sources, of.rate, of.rtt, of.loss)),
    ];

    /// <summary>The stack is what sim and tun flood, beside the kernel in tun; the engine kernel has no stack.</summary>
    public IEnumerable<Subject> SubjectsOfEngine() => Engine switch
    {
        EngineKind.Sim => Subjects.Where(subject => !subject.IsKernel),
        EngineKind.Tun => Subjects,
        EngineKind.Kernel => Subjects.Where(subject => subject.IsKernel),
    };
}
