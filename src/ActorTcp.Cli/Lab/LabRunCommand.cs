using System.CommandLine;
using ActorTcp.Lab;

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

        SetAction(Run);
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

    private static int Run(ParseResult parsed)
    {
        var experiment = LabRunOptions.Chosen(parsed);
        using var termination = new Termination();
        using var interrupted = new CancellationTokenSource();
        _ = termination.Requested.ContinueWith(_ => interrupted.Cancel(), TaskScheduler.Default);
        var began = experiment.Engine == EngineKind.Sim ? default(DateTimeOffset?) : TimeProvider.System.GetUtcNow();
        var result = LabRun.Run(experiment, new LabProgress(Console.Error), interrupted.Token);
        var folder = parsed.GetValue(LabRunOptions.Output) ?? Path.Combine("lab", $"{experiment.Name}-{Names.Of(experiment.Engine)}");
        LabFolder.Write(result, folder, LabCommandLine.Of(parsed, experiment), began);
        Console.Out.WriteLine(Conclusion.Of(result));
        Console.Out.WriteLine($"\nreport: {Path.Combine(folder, LabFolder.ReportName)}");
        return ExitCode.Success;
    }
}
