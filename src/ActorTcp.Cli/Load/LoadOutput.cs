using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.Cli;

/// <summary>Where a load's report goes: to the terminal, and into a folder if one is wanted.</summary>
internal static class LoadOutput
{
    /// <summary>The file in the folder that <c>actortcp load diff</c> reads.</summary>
    public const string ResultFile = "result.json";

    public static async Task WriteAsync(Report report, LoadResult? result, string? folder, TextWriter output, TextWriter error)
    {
        await output.WriteLineAsync(report.Title);
        await output.WriteLineAsync(report.Summary);
        foreach (var table in report.Sections.SelectMany(section => section.Figures).OfType<Table>())
        {
            await output.WriteLineAsync(string.Join('\t', table.Columns.Select(column => column.Title)));
            foreach (var row in table.Rows)
            {
                await output.WriteLineAsync(string.Join('\t', row.Select(cell => cell.Text ?? cell.Number?.ToString() ?? "")));
            }
        }

        await output.WriteLineAsync(report.Conclusion);
        foreach (var check in report.Checks)
        {
            await output.WriteLineAsync($"{(check.Holds ? "ok" : "FAILED")}: {check.Demand}: {check.Measured}");
        }

        if (folder is not null)
        {
            Directory.CreateDirectory(folder);
            if (result is not null)
            {
                await using var file = File.Create(Path.Combine(folder, ResultFile));
                LoadResultFile.Write(result, file);
            }

            await error.WriteLineAsync($"written to {folder}");
        }
    }
}
