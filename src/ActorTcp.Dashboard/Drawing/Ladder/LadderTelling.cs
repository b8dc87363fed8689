using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>A rung in words, for those who do not see the drawing.</summary>
internal static class LadderTelling
{
    public static string Of(Ladder ladder, LadderRung rung)
    {
        var (left, right) = (Name(ladder.Left), Name(ladder.Right));
        var way = rung.ToRight ? $"{left} to {right}" : $"{right} to {left}";
        return string.Join("; ", new[]
        {
            $"{way}: {rung.Segment}",
            $"after {Quantity.Text((rung.At - ladder.Began).TotalSeconds, Unit.Seconds)}",
            Entering(left, rung.Left),
            Entering(right, rung.Right),
            rung.Note,
        }.Where(part => part.Length > 0));
    }

    private static string Name(string caption) => caption.Split('\n')[0];

    private static string Entering(string end, IReadOnlyList<TcpState> states) =>
        states.Count == 0 ? "" : $"{end} enters {string.Join(", then ", states.Select(LadderWords.Of))}";
}
