using Spectre.Console;

namespace ActorTcp.Reports;

/// <summary>A report in a terminal: its tables, its plots as lines of text, and last, where the eye is, what it concludes.</summary>
public static class ReportText
{
    /// <param name="width">Of the terminal, in signs.</param>
    /// <param name="isColoured">Whether the terminal understands colours.</param>
    public static void Write(Report report, TextWriter output, int width = 100, bool isColoured = false)
    {
        var console = ConsoleOn(output, width, isColoured);
        console.MarkupLine($"[bold]{Markup.Escape(report.Title)}[/]");
        Say(console, report.Summary);
        foreach (var section in report.Sections)
        {
            Heading(console, section.Heading);
            Say(console, section.Prose);
            foreach (var figure in section.Figures)
            {
                Write(figure, console, width);
            }
        }

        Heading(console, "Conclusion");
        Say(console, report.Conclusion);
        foreach (var check in report.Checks)
        {
            console.MarkupLine($"{(check.Holds ? "[green]✓[/]" : "[red]✗[/]")} {Markup.Escape(check.Demand)} → {Markup.Escape(check.Measured)}");
        }

        console.WriteLine();
        console.MarkupLine($"To repeat it: [bold]{Markup.Escape(report.Command)}[/]");
    }

    private static void Write(Figure figure, IAnsiConsole console, int width)
    {
        console.WriteLine();
        console.MarkupLine($"[bold]{Markup.Escape(figure.Title)}[/]");
        switch (figure)
        {
            case LineChart chart:
                Lines(console, TextPlot.Of(chart, width));
                break;
            case BarChart chart:
                Lines(console, TextPlot.Of(chart, width));
                break;
            case Table table:
                console.Write(Drawn(table));
                break;
            case Facts facts:
                console.Write(Drawn(facts));
                break;
        }

        Say(console, figure.Caption);
    }

    /// <remarks>A column is as narrow as its longest word or cell: titles break between words, numbers never from their units.</remarks>
    private static Spectre.Console.Table Drawn(Table table)
    {
        var drawn = new Spectre.Console.Table { Border = TableBorder.Simple };
        for (var column = 0; column < table.Columns.Count; column++)
        {
            var isNumeric = CellText.IsNumeric(table, column);
            var title = Markup.Escape(table.Columns[column].Title);
            drawn.AddColumn(new TableColumn(isNumeric ? title.Replace(' ', '\n') : title)
            {
                Alignment = isNumeric ? Justify.Right : Justify.Left,
                NoWrap = isNumeric || column == 0,
                Padding = new Padding(0, 0, 1, 0),
            });
        }

        var extremes = table.Columns.Select((_, column) => Extremes.Of(table, column)).ToList();
        foreach (var row in table.Rows)
        {
            drawn.AddRow([.. row.Select((cell, column) => new Text(CellText.Of(cell, table.Columns[column]), extremes[column].Of(cell) switch
            {
                Standing.Best => new Style(Color.Green, decoration: Decoration.Bold),
                Standing.Worst => new Style(Color.Red),
                Standing.Neither => Style.Plain,
            }))]);
        }

        return drawn;
    }

    private static Grid Drawn(Facts facts)
    {
        var grid = new Grid().AddColumn(new GridColumn { Alignment = Justify.Right }).AddColumn();
        foreach (var fact in facts.Tiles)
        {
            var colour = fact.Tone switch { Tone.Good => Color.Green, Tone.Bad => Color.Red, Tone.Neutral => Color.Default };
            grid.AddRow(new Text(Quantity.Text(fact.Value, fact.Unit), new Style(colour, decoration: Decoration.Bold)), new Text(fact.Note.Length > 0 ? $"{fact.Name} ({fact.Note})" : fact.Name));
        }

        return grid;
    }

    private static void Heading(IAnsiConsole console, string text)
    {
        console.WriteLine();
        console.Write(new Rule(Markup.Escape(text)) { Justification = Justify.Left });
    }

    private static void Say(IAnsiConsole console, string text)
    {
        foreach (var paragraph in Prose.Paragraphs(text))
        {
            console.MarkupLine(string.Concat(Prose.Spans(paragraph).Select(span => span.IsCode ? $"[bold]{Markup.Escape(span.Words)}[/]" : Markup.Escape(span.Words))));
        }
    }

    private static void Lines(IAnsiConsole console, IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            console.WriteLine(line);
        }
    }

    private static IAnsiConsole ConsoleOn(TextWriter output, int width, bool isColoured)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isColoured ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = isColoured ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        console.Profile.Width = width;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
