using System.Globalization;
using System.Text;

namespace ActorTcp.Reports;

/// <summary>A report as a folder: the page, the same as JSON and Markdown, and the numbers of each figure as CSV.</summary>
public static class ReportFiles
{
    /// <summary>Makes the folder if it is missing, and replaces the files of an earlier run in it.</summary>
    /// <returns>What was written, the page first.</returns>
    /// <exception cref="IOException">The folder or a file cannot be written.</exception>
    public static async Task<IReadOnlyList<string>> WriteAsync(Report report, string folder)
    {
        Directory.CreateDirectory(folder);
        var written = new List<string>();
        await WriteTextAsync("report.html", await ReportPage.RenderAsync(report).ConfigureAwait(false)).ConfigureAwait(false);
        await WriteTextAsync("report.md", TextOf(output => ReportMarkdown.Write(report, output))).ConfigureAwait(false);
        var json = new MemoryStream();
        ReportJson.Write(report, json);
        await WriteTextAsync("report.json", Encoding.UTF8.GetString(json.ToArray())).ConfigureAwait(false);
        var figures = report.Sections.SelectMany((section, s) => section.Figures.Select((figure, f) => (figure, Name: string.Create(CultureInfo.InvariantCulture, $"{s + 1}-{f + 1}-{Slug(figure.Title)}.csv"))));
        foreach (var (figure, name) in figures)
        {
            await WriteTextAsync(name, TextOf(output => FigureCsv.Write(figure, output))).ConfigureAwait(false);
        }

        return written;

        async Task WriteTextAsync(string name, string text)
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text).ConfigureAwait(false);
            written.Add(path);
        }
    }

    /// <summary>Letters and digits of a title, with single dashes between: "Half-open, over time" is <c>half-open-over-time</c>.</summary>
    private static string Slug(string title)
    {
        var words = new string([.. title.Select(sign => char.IsAsciiLetterOrDigit(sign) ? char.ToLowerInvariant(sign) : ' ')]);
        return string.Join('-', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    private static string TextOf(Action<TextWriter> write)
    {
        using var output = new StringWriter(CultureInfo.InvariantCulture);
        write(output);
        return output.ToString();
    }
}
