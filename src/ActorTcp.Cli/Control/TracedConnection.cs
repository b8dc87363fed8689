using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>What has been told of a connection, and how much of it is drawn.</summary>
/// <param name="first">Names the connection.</param>
internal sealed class TracedConnection(TraceLine first)
{
    private List<(int Left, int Right)> _drawn = [];

    public TraceLine First => first;

    public List<HistoryEntry> Entries { get; } = [];

    /// <summary>Entries that came when there were too many.</summary>
    public int Left { get; set; }

    public int DrawnEntries { get; set; }

    /// <summary>
    /// The rungs that have come, which then count as drawn. What a later segment tells of the peer's state at an earlier rung stands at the first new one:
    /// whether our SYN-ACK has arrived is known from the peer's ACK only.
    /// </summary>
    public IReadOnlyList<LadderRung> NotDrawn(Ladder ladder)
    {
        var rungs = ladder.Rungs;
        if (rungs.Count <= _drawn.Count)
        {
            return [];
        }

        var left = _drawn.SelectMany((drawn, i) => rungs[i].Left.Skip(drawn.Left));
        var right = _drawn.SelectMany((drawn, i) => rungs[i].Right.Skip(drawn.Right));
        var first = rungs[_drawn.Count];
        IReadOnlyList<LadderRung> fresh = [first with { Left = [.. left, .. first.Left], Right = [.. right, .. first.Right] }, .. rungs.Skip(_drawn.Count + 1)];
        _drawn = [.. rungs.Select(rung => (rung.Left.Count, rung.Right.Count))];
        return fresh;
    }
}
