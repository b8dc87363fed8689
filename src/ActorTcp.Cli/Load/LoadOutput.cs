using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.Cli;

/// <summary>Where a load's report goes: to the terminal, and into a folder if one is wanted.</summary>
internal static class LoadOutput
{
    /// <summary>The file in the folder that <c>actortcp load diff</c> reads.</summary>
    public const string ResultFile = "result.json";

    /// <summary>In columns, where the output is no terminal that has a width.</summary>
    private const int Width = 100;

    /// <exception cref="BadInputException">The folder cannot be written.</exception>
    public static async Task WriteAsync(Report report, LoadResult? result, string? folder, TextWriter output, TextWriter error)
    {
        ReportText.Write(report, output, Console.IsOutputRedirected ? Width : Math.Max(Console.WindowWidth, Width), Terminal.Style(ascii: false).Colours);
        if (folder is null)
        {
            return;
        }

        try
        {
            var written = await ReportFiles.WriteAsync(report, folder);
            if (result is not null)
            {
                await using var file = File.Create(Path.Combine(folder, ResultFile));
                LoadResultFile.Write(result, file);
            }

            await error.WriteLineAsync($"report: {written[0]}");
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{LoadSettings.Report.Option} {folder}: {refused.Message}");
        }
    }
}
