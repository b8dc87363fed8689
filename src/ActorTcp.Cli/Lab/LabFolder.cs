using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.Cli;

/// <summary>The files of a run.</summary>
internal static class LabFolder
{
    public const string ReportName = "report.html";

    /// <exception cref="BadInputException">They cannot be written there.</exception>
    public static void Write(ExperimentResult result, string folder, string command, DateTimeOffset? began)
    {
        try
        {
            Directory.CreateDirectory(folder);
            using (var csv = File.CreateText(Path.Combine(folder, "data.csv")))
            {
                AttemptsCsv.Write(result, csv);
            }

            using (var json = File.Create(Path.Combine(folder, "data.json")))
            {
                ResultJson.Write(result, command, json);
            }

            var report = LabReport.Of(result, command, began, []);
            using var page = File.Create(Path.Combine(folder, "report.json"));
            ReportJson.Write(report, page);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--output {folder}: {refused.Message}");
        }
    }
}
