using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.Dashboard;

/// <summary>A part of the tour: words, and a run that shows them.</summary>
internal sealed record Chapter
{
    /// <summary>The end of its address.</summary>
    public required string Name { get; init; }

    public required string Title { get; init; }

    /// <summary>Where the RFCs say it.</summary>
    public required string Source { get; init; }

    /// <summary>Makes the packets: a real run on a link in memory.</summary>
    public required Func<Staging, Recording> Run { get; init; }

    /// <summary>In the order of the instants that they tell of.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>What can be answered by looking at the packets.</summary>
    public required Func<Recording, Question> Question { get; init; }

    /// <summary>What was measured besides.</summary>
    public Func<Staging, IReadOnlyList<Figure>> Figures { get; init; } = _ => [];

    /// <summary>What the left end is called.</summary>
    public string Left { get; init; } = "client";
}
