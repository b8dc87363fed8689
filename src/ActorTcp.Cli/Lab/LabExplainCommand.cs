using System.CommandLine;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary><c>actortcp lab explain</c>: how an experiment is written down.</summary>
internal sealed class LabExplainCommand : Command
{
    private static readonly Argument<string?> Experiment = new("experiment")
    {
        Description = "One of those that come with the program; without it, every key is explained.",
        Arity = ArgumentArity.ZeroOrOne,
        HelpName = "name",
    };

    public LabExplainCommand()
        : base("explain", "Prints an experiment as the file that it could be, to begin one's own with.")
    {
        Add(Experiment);
        SetAction(parsed => Explain(parsed.GetValue(Experiment), Console.Out));
    }

    /// <exception cref="BadInputException">There is no such experiment.</exception>
    private static int Explain(string? name, TextWriter output)
    {
        output.WriteLine(name is null ? ExperimentKeys.Text : ExperimentFile.Write(LabExperiments.Find(name)));
        return ExitCode.Success;
    }
}
