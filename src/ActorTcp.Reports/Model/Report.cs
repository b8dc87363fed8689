namespace ActorTcp.Reports;

/// <summary>What one run found out, for a person who was not there. Every writer of this project takes it, and none takes anything else.</summary>
/// <remarks>Texts are plain words: a blank line begins a paragraph, `backquotes` set code. The same report gives the same bytes in every format.</remarks>
public sealed record Report
{
    public required string Title { get; init; }

    /// <summary>What was done, in one sentence.</summary>
    public required string Summary { get; init; }

    /// <summary>What the numbers say, computed from them.</summary>
    public required string Conclusion { get; init; }

    /// <summary>The exact command line that repeats the run.</summary>
    public required string Command { get; init; }

    /// <summary>What all chance in the run came from; null where there was none.</summary>
    public long? Seed { get; init; }

    /// <summary>When the run began; null on a virtual clock, so that its files are the same every time.</summary>
    public DateTimeOffset? Began { get; init; }

    /// <summary>What was demanded of the run, and whether it held.</summary>
    public IReadOnlyList<Check> Checks { get; init; } = [];

    /// <summary>On what it ran: processor, kernel, runtime, limits.</summary>
    public IReadOnlyList<MachineFact> Machine { get; init; } = [];

    public required IReadOnlyList<Section> Sections { get; init; }
}
