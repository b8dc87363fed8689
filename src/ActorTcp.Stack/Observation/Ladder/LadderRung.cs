using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>One line of a ladder: a segment, or something that happened at one end without one.</summary>
internal sealed record LadderRung
{
    /// <summary>When the segment left, or where only its arrival is drawn, arrived; by the clock of the histories.</summary>
    public required TimeSpan At { get; init; }

    /// <summary>Null where nothing was sent.</summary>
    public LadderSegment? Segment { get; init; }

    /// <summary>The segment as the end that told of it has it, with its numbers as on the wire; null where there is none.</summary>
    public HistoryEntry? Entry { get; init; }

    public LadderPassage Passage { get; init; }

    /// <summary>Whether the segment goes from left to right.</summary>
    public bool ToRight { get; init; }

    /// <summary>The states that the left end enters, in order.</summary>
    public IReadOnlyList<TcpState> Left { get; init; } = [];

    public IReadOnlyList<TcpState> Right { get; init; } = [];

    /// <summary>What is said about it in the margin.</summary>
    public string Note { get; init; } = "";

    /// <summary>The rung that says where both ends begin.</summary>
    public static LadderRung Beginning(TimeSpan at, TcpState left, TcpState right) => new() { At = at, Left = [left], Right = [right] };
}
