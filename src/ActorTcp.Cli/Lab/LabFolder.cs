using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.Cli;

/// <summary>The files of a run: the report's, and the raw data besides.</summary>
internal static class LabFolder
{
    /// <returns>Where the report's page is.</returns>
    /// <exception cref="BadInputException">They cannot be written there.</exception>
    public static async Task<string> WriteAsync(ExperimentResult result, Report report, string folder)
    {
        try
        {
            var written = await ReportFiles.WriteAsync(report, folder);
            await using var csv = File.CreateText(Path.Combine(folder, "data.csv"));
            AttemptsCsv.Write(result, csv);
            await using var json = File.Create(Path.Combine(folder, "data.json"));
            ResultJson.Write(result, report.Command, json);
            return written[0];
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--output {folder}: {refused.Message}");
        }
    }
}
