namespace ActorTcp.Reports;

/// <summary>A report as Markdown, for an issue or a commit: its plots are lines of text, the rest are tables.</summary>
public static class ReportMarkdown
{
    private const int PlotWidth = 96;

    public static void Write(Report report, TextWriter output)
    {
        Block(output, "# " + report.Title);
        Block(output, report.Summary);
        Block(output, report.Conclusion.Trim());
        if (report.Checks.Count > 0)
        {
            Block(output, string.Join('\n', report.Checks.Select(check => $"- {(check.Holds ? "✓" : "✗")} {check.Demand}: {check.Measured}")));
        }

        foreach (var section in report.Sections)
        {
            Block(output, "## " + section.Heading);
            Block(output, section.Prose.Trim());
            foreach (var figure in section.Figures)
            {
                Block(output, "### " + figure.Title);
                Block(output, Body(figure));
                Block(output, figure.Caption);
            }
        }

        Block(output, "## To repeat it");
        Block(output, $"```sh\n{report.Command}\n```");
        Block(output, string.Join('\n', report.Facts().Select(fact => $"- {fact.Name}: {fact.Value}")), isLast: true);
    }

    private static string Body(Figure figure) => figure switch
    {
        LineChart chart => Fenced(TextPlot.Of(chart, PlotWidth)),
        BarChart chart => Fenced(TextPlot.Of(chart, PlotWidth)),
        _ => Rows(FigureTable.Of(figure)),
    };

    private static string Fenced(IEnumerable<string> lines) => $"```text\n{string.Join('\n', lines)}\n```";

    private static string Rows(Table table)
    {
        var extremes = table.Columns.Select((_, column) => Extremes.Of(table, column)).ToList();
        IEnumerable<string> lines =
        [
            Row(table.Columns.Select(each => Escaped(each.Title))),
            Row(table.Columns.Select((_, column) => CellText.IsNumeric(table, column) ? "---:" : "---")),
            .. table.Rows.Select(row => Row(row.Select((cell, column) => extremes[column].Of(cell) == Standing.Best ? $"**{Text(cell, column)}**" : Text(cell, column)))),
        ];
        return string.Join('\n', lines);

        string Text(Cell cell, int column) => Escaped(CellText.Of(cell, table.Columns[column]));
    }

    private static string Row(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";

    private static string Escaped(string text) => text.Replace("|", "\\|", StringComparison.Ordinal).ReplaceLineEndings(" ");

    private static void Block(TextWriter output, string text, bool isLast = false)
    {
        if (text.Length > 0)
        {
            output.Write(text.ReplaceLineEndings("\n"));
            output.Write(isLast ? "\n" : "\n\n");
        }
    }
}
