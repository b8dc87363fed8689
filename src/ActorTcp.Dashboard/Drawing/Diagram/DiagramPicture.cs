using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The state diagram with what has happened on it so far.</summary>
public sealed class DiagramPicture
{
    private readonly StackReading _reading;
    private readonly Moment? _latest;

    internal DiagramPicture(Sight sight) => (_reading, _latest) = (sight.Reading, sight.Latest);

    internal long In(TcpState state) => _reading.Connections[state];

    internal long Taken(TcpState from, Cause cause, TcpState to) => _reading.Edges[StateDiagram.NumberOf(from, cause, to)].Count;

    /// <summary>How often it is taken in a second now.</summary>
    internal double Rate(TcpState from, Cause cause, TcpState to) => _latest?.Edges[StateDiagram.NumberOf(from, cause, to)] ?? 0;

    /// <summary>The classes of an edge: whether it was ever taken, and whether it is now.</summary>
    internal string Classes(TcpState from, Cause cause, TcpState to) =>
        Rate(from, cause, to) > 0 ? "walked now" : Taken(from, cause, to) > 0 ? "walked" : "";

    internal string Telling(TcpState from, Cause cause, TcpState to)
    {
        var edge = StateDiagram.Edges[StateDiagram.NumberOf(from, cause, to)];
        var rate = Rate(from, cause, to) is > 0 and var now ? $", {Quantity.Text(now, Unit.PerSecond)} now" : "";
        return $"{LadderWords.Of(from)} → {LadderWords.Of(to)}: {EdgeWords.Telling(cause)} ({EdgeWords.Source(edge.Section)}). Taken {Times(Taken(from, cause, to))}{rate}.";
    }

    internal string Telling(TcpState state) => state == TcpState.Closed
        ? $"{LadderWords.Of(state)}: {StateWords.Meaning(state)}"
        : $"{LadderWords.Of(state)}: {StateWords.Meaning(state)} {(state == TcpState.Listen ? "Listeners" : "Connections")} there now: {Quantity.Number(In(state))}.";

    private static string Times(long count) => count switch { 0 => "never", 1 => "once", _ => $"{Quantity.Number(count)} times" };
}
