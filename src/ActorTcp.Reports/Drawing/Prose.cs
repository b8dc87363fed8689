namespace ActorTcp.Reports;

/// <summary>The little that a text may say about its form.</summary>
internal static class Prose
{
    /// <summary>Parted by blank lines; line ends within a paragraph are spaces.</summary>
    public static IEnumerable<string> Paragraphs(string text) => text.ReplaceLineEndings("\n")
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(each => string.Join(' ', each.Split('\n', StringSplitOptions.TrimEntries)));

    /// <summary>Every second piece between backquotes is code.</summary>
    public static IEnumerable<(string Words, bool IsCode)> Spans(string paragraph) => paragraph.Split('`').Select((words, index) => (words, index % 2 == 1)).Where(span => span.words.Length > 0);
}
