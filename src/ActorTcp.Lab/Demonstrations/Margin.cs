using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Notes beside the rungs of a ladder.</summary>
internal static class Margin
{
    /// <summary>Puts a note beside each rung for which there is one.</summary>
    /// <param name="note">Null leaves the note as it is.</param>
    public static Ladder Noting(this Ladder ladder, Func<LadderRung, string?> note) =>
        ladder with { Rungs = [.. ladder.Rungs.Select(rung => note(rung) is { } words ? rung with { Note = words } : rung)] };

    /// <summary>Puts beside each segment that arrived at the server, on the right, what it cost.</summary>
    public static Ladder NotingCosts(this Ladder ladder, IReadOnlyList<TurnCost> costs)
    {
        var next = 0;
        return ladder.Noting(rung => rung is { Segment: not null, ToRight: true } && next < costs.Count ? costs[next++].ToString() : null);
    }
}
