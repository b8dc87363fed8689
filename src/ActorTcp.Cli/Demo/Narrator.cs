using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Tells the demonstration: headings, paragraphs and figures.</summary>
internal sealed class Narrator(TextWriter writer, LadderStyle style)
{
    private const string Margin = "   ";

    /// <param name="source">Where the textbook or the RFC says it.</param>
    public void Heading(string title, string source = "")
    {
        writer.WriteLine();
        var line = (title.PadRight(style.Width - Text(source).Length) + Text(source)).TrimEnd();
        writer.WriteLine(style.Colours ? $"\e[1m{line}\e[0m" : line);
        writer.WriteLine();
    }

    public void Gap() => writer.WriteLine();

    /// <summary>A paragraph, broken into lines.</summary>
    /// <param name="label">Stands before it, in the margin of its further lines.</param>
    public void Say(string text, string label = "")
    {
        var indent = Margin + new string(' ', label.Length);
        var line = Margin + label;
        var isNew = true;
        foreach (var word in Text(text).Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!isNew && line.Length + 1 + word.Length > style.Width)
            {
                writer.WriteLine(line);
                (line, isNew) = (indent, true);
            }

            line += isNew ? word : $" {word}";
            isNew = false;
        }

        writer.WriteLine(line);
    }

    public void Show(Ladder ladder)
    {
        writer.WriteLine();
        new LadderWriter(writer, style).Write(ladder);
        writer.WriteLine();
    }

    private string Text(string text) => style.Ascii ? text.Replace("§", "section ", StringComparison.Ordinal) : text;
}
