using System.Globalization;
using System.Text;

namespace ActorTcp.Cli;

/// <summary>Text in the language of manual pages: groff_man(7).</summary>
internal static class Roff
{
    public static string Bold(string text) => $"\\fB{Escape(text)}\\fR";

    public static string Italic(string text) => $"\\fI{Escape(text)}\\fR";

    /// <summary>Nothing in it is taken for a request; hyphens stay hyphens, so that they can be copied to a shell.</summary>
    public static string Escape(string text)
    {
        var roff = new StringBuilder(text is ['.' or '\'', ..] ? "\\&" : "");
        foreach (var rune in text.EnumerateRunes())
        {
            _ = rune.Value switch
            {
                '\\' => roff.Append("\\e"),
                '-' => roff.Append("\\-"),
                < 128 => roff.Append((char)rune.Value),
                _ => roff.Append(CultureInfo.InvariantCulture, $"\\[u{rune.Value:X4}]"),
            };
        }

        return roff.ToString();
    }

    /// <summary>Paragraphs, each filled; one that has indented lines stays as it is.</summary>
    public static IEnumerable<string> Paragraphs(string text)
    {
        foreach (var (i, paragraph) in text.Trim('\n').Split("\n\n").Index())
        {
            var lines = paragraph.Split('\n');
            var isDrawn = lines.Any(line => line.StartsWith(' '));
            if (i > 0)
            {
                yield return ".PP";
            }

            foreach (var line in isDrawn ? [".EX", .. lines.Select(Escape), ".EE"] : lines.Select(Escape))
            {
                yield return line;
            }
        }
    }
}
