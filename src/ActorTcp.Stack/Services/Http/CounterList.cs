using System.Globalization;
using System.Text;

namespace ActorTcp.Stack;

/// <summary>The counters of a stack as the pages list them.</summary>
internal static class CounterList
{
    /// <summary>A line each: name, value and, where Linux counts the same, its name for it.</summary>
    public static string Text(TcpStack stack)
    {
        var text = new StringBuilder();
        foreach (var counter in CounterCatalog.All)
        {
            text.Append(CultureInfo.InvariantCulture, $"{counter.Name} {stack.Count(counter.Counter)}{(counter.LinuxName is { } linux ? $" {linux}" : "")}\n");
        }

        return text.ToString();
    }

    /// <summary>Rows of a table, of those that are not zero.</summary>
    public static string Rows(TcpStack stack)
    {
        var rows = new StringBuilder();
        foreach (var counter in CounterCatalog.All)
        {
            if (stack.Count(counter.Counter) is not 0 and var count)
            {
                rows.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{counter.Meaning}<td>{count:N0}<td><code>{counter.LinuxName}</code>\n");
            }
        }

        return rows.ToString();
    }
}
