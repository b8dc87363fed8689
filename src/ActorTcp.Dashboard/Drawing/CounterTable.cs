using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>All counters with the names that every output gives them.</summary>
internal static class CounterTable
{
    public static Table Of(StackReading reading) => new()
    {
        Title = "Every counter",
        Columns = [new("Counter"), new("Count"), new("Linux calls it"), new("What is counted")],
        Rows = [.. reading.Counters.Concat(reading.Drops).Select(each => (IReadOnlyList<Cell>)[each.Name, each.Count, each.LinuxName, each.Meaning])],
    };
}
