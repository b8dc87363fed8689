using System.CommandLine;
using ActorTcp.Lab;
using ActorTcp.Linux;
using ActorTcp.Reports;

namespace ActorTcp.Cli;

/// <summary><c>actortcp lab run</c></summary>
internal sealed class LabRunCommand : Command, IExplained
{
    public LabRunCommand()
        : base("run", "Runs an experiment, and writes a report, its data, and how to repeat it.")
    {
        Add(LabRunOptions.Experiment);
        foreach (var option in LabRunOptions.All)
        {
            Add(option);
        }

        SetAction((parsed, _) => RunAsync(parsed));
    }

    public string Explanation =>
        """
        Floods are made only in network namespaces that the run itself has made, and that end with it.
        Ctrl-C ends the run; what was measured until then is still written.

        Examples:
          actortcp lab run lemon2002
          actortcp lab run lemon2002 --engine tun --subject hybrid textbook kernel-1
          actortcp lab run my.json --seed 7 --output results

        """;

    private static async Task<int> RunAsync(ParseResult parsed)
    {
        var experiment = LabRunOptions.Chosen(parsed);
        using var termination = new Termination();
        if (experiment.Engine != EngineKind.Sim && !parsed.GetValue(LabRunOptions.InUserNamespace) && !NetworkNamespace.CanMakeNew() && UserNamespace.IsPossible())
        {
            return UserNamespace.RunAgain();
        }

        var began = experiment.Engine == EngineKind.Sim ? default(DateTimeOffset?) : TimeProvider.System.GetUtcNow();
        using var interrupted = new CancellationTokenSource();
        _ = termination.Requested.ContinueWith(_ => interrupted.Cancel(), TaskScheduler.Default);
        var result = LabProgress.Watch(experiment, progress => LabRun.Run(experiment, progress, interrupted.Token));

        var report = LabReport.Of(result, LabCommandLine.Of(parsed, experiment), began, MachineFacts.All());
        var folder = parsed.GetValue(LabRunOptions.Output) ?? Path.Combine("lab", $"{experiment.Name}-{Names.Of(experiment.Engine)}");
        var page = await LabFolder.WriteAsync(result, report, folder);
        ReportText.Write(report with { Sections = [report.Sections[0]] }, Console.Out, isColoured: Terminal.Style(ascii: false).Colours);
        await Console.Out.WriteLineAsync($"\nThe whole report: {page}");
        return ExitCode.Success;
    }
}
