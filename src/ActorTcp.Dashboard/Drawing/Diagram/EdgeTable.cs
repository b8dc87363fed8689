using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The state diagram in rows.</summary>
internal static class EdgeTable
{
    public static Table Of(StackReading reading) => new()
    {
        Title = "Every edge of the state diagram",
        Columns = [new("From"), new("What takes it"), new("To"), new("Where it is written"), new("Taken")],
        Rows = [.. reading.Edges.Select(edge => (IReadOnlyList<Cell>)[LadderWords.Of(edge.From), EdgeWords.Telling(edge.Cause), LadderWords.Of(edge.To), EdgeWords.Source(edge.Section), edge.Count])],
    };
}
