using System.CommandLine;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary><c>actortcp load diff</c>: results side by side.</summary>
internal sealed class LoadDiffCommand : Command, IExplained
{
    private static readonly Argument<string[]> Files = new("results")
    {
        HelpName = "RESULT",
        Description = "Files result.json of earlier loads, or their folders; the first is what the others are compared with.",
        Arity = new ArgumentArity(2, 16),
    };

    public LoadDiffCommand()
        : base("diff", "Compares the results of earlier loads.")
    {
        Add(Files);
        Add(CommandLineSettings.ToOption(LoadSettings.Report));
        SetAction((parsed, _) => RunAsync(parsed.GetValue(Files)!, parsed));
    }

    public string Explanation => "Examples:\n  actortcp load diff before/result.json after/result.json\n";

    private static async Task<int> RunAsync(string[] files, ParseResult parsed)
    {
        var folder = new SettingLayers(new CommandLineSettings(parsed)).One<string?>(LoadSettings.Report, path => path, null);
        var report = LoadDiff.Of([.. files.Select(file => (file, Read(file)))], Loading.CommandLine());
        await LoadOutput.WriteAsync(report, null, folder, Console.Out, Console.Error);
        return ExitCode.Success;
    }

    private static LoadResult Read(string path)
    {
        try
        {
            using var file = File.OpenRead(Directory.Exists(path) ? Path.Combine(path, LoadOutput.ResultFile) : path);
            return LoadResultFile.Read(file);
        }
        catch (Exception wrong) when (wrong is FormatException or IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path}: {wrong.Message}");
        }
    }
}
