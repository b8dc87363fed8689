using System.Globalization;

namespace ActorTcp.Reports;

/// <summary>The raw numbers of one figure as RFC 4180 has it: a line of names with their base units, then all values, none rounded or left out.</summary>
/// <remarks>A line chart is written as a column for each series where all share their x, else as rows of (series, x, y[, least, greatest]).</remarks>
public static class FigureCsv
{
    public static void Write(Figure figure, TextWriter output)
    {
        var table = figure is Facts facts ? Raw(facts) : FigureTable.Of(figure);
        Line(output, table.Columns.Select((column, index) => CellText.IsNumeric(table, index) ? column.Title + Suffix(column.Unit) : column.Title));
        foreach (var row in table.Rows)
        {
            Line(output, row.Select(Text));
        }
    }

    private static Table Raw(Facts facts) => new()
    {
        Title = facts.Title,
        Columns = [new("what"), new("number"), new("unit"), new("note")],
        Rows = [.. facts.Tiles.Select(each => (IReadOnlyList<Cell>)[each.Name, each.Value, each.Unit.ToString(), each.Note])],
    };

    private static string Suffix(Unit unit) => unit switch
    {
        Unit.Seconds => " (s)",
        Unit.Octets => " (B)",
        Unit.PerSecond => " (1/s)",
        Unit.Share or Unit.Factor or Unit.Count => "",
    };

    private static string Text(Cell cell) => cell.Number?.ToString("R", CultureInfo.InvariantCulture) ?? cell.Text ?? "";

    private static void Line(TextWriter output, IEnumerable<string> fields)
    {
        output.Write(string.Join(',', fields.Select(Quoted)));
        output.Write("\r\n");
    }

    private static string Quoted(string field) => field.AsSpan().ContainsAny(",\"\r\n") ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;
}
