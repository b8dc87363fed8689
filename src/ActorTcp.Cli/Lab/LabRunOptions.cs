using System.CommandLine;
using System.CommandLine.Completions;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>What can be said about a run besides the experiment's name; each replaces what the experiment says.</summary>
internal static class LabRunOptions
{
    public static readonly Argument<string> Experiment = new("experiment") { Description = "One of `actortcp lab list`, or a JSON or YAML file (see `actortcp lab explain`).", HelpName = "name|file", CompletionSources = { _ => ExperimentCatalog.All.Select(experiment => new CompletionItem(experiment.Name)) } };

    public static readonly Option<string?> Engine = Text("--engine", "sim|tun|kernel",
        "sim: the stack on a virtual clock and network, without privileges. tun: real packets and clients of the kernel, in namespaces of their own. kernel: the same against the kernel's TCP.");

    public static readonly Option<int?> Seed = new("--seed") { Description = "What all chance comes from. [default: the experiment's, mostly 1]", HelpName = "number" };

    public static readonly Option<string[]> Subjects = Several("--subject", "name",
        $"What to flood: {string.Join(", ", Subject.All)}.");

    public static readonly Option<string[]> Rates = Several("--rate", "packets/s", "Rates of the flood, 0 for the idle server; max for the most that this machine makes.");

    public static readonly Option<int?> Clients = new("--clients") { Description = "How many legitimate clients.", HelpName = "count" };

    public static readonly Option<int?> Duration = new("--duration") { Description = "How many seconds a trial is watched at least.", HelpName = "seconds" };

    public static readonly Option<int?> QueueLength = new("--queue-length")
    {
        Description = "Packets that may wait for the stack to read them, in engine tun. Long queues lose nobody and make everybody wait.",
        HelpName = "packets",
    };

    public static readonly Option<string?> Output = Text("--output", "folder", "Where report.html, data.csv and data.json go. [default: lab/NAME-ENGINE]");

    /// <summary>Said by the program to itself.</summary>
    public static readonly Option<bool> InUserNamespace = new(UserNamespace.Mark) { Hidden = true };

    public static IEnumerable<Option> All => [Engine, Seed, Subjects, Rates, Clients, Duration, QueueLength, Output, InUserNamespace];

    /// <exception cref="BadInputException">Something cannot be.</exception>
    public static Experiment Chosen(ParseResult parsed)
    {
        var experiment = LabExperiments.Find(parsed.GetValue(Experiment)!);
        var (rates, subjects) = (parsed.GetValue(Rates) ?? [], parsed.GetValue(Subjects) ?? []);
        experiment = experiment with
        {
            Engine = parsed.GetValue(Engine) is { } engine ? EngineNamed(engine) : experiment.Engine,
            Seed = parsed.GetValue(Seed) ?? experiment.Seed,
            Subjects = subjects.Length > 0 ? [.. subjects.Select(SubjectNamed)] : experiment.Subjects,
            Duration = parsed.GetValue(Duration) is { } seconds ? TimeSpan.FromSeconds(seconds) : experiment.Duration,
            QueueLength = parsed.GetValue(QueueLength) ?? experiment.QueueLength,
            Flood = rates.Length > 0 ? experiment.Flood with { Rates = [.. rates.Select(Rate)] } : experiment.Flood,
            Clients = experiment.Clients with { Count = parsed.GetValue(Clients) ?? experiment.Clients.Count },
        };
        try
        {
            ExperimentRules.Require(experiment, experiment.Name);
            return experiment;
        }
        catch (LabException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }

    private static EngineKind EngineNamed(string name) =>
        Names.TryParse<EngineKind>(name) ?? throw new BadInputException($"--engine {name}: Valid: {Names.Of<EngineKind>()}.");

    private static Subject SubjectNamed(string name) =>
        Subject.Find(name) ?? throw new BadInputException($"--subject {name}: Valid: {string.Join(", ", Subject.All)}.");

    private static FloodRate Rate(string text)
    {
        try
        {
            return text == "max" ? FloodRate.Most : new FloodRate(Parse.Integer(0, FloodRate.Limit)(text));
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"--rate {text}: {wrong.Message} Or max.");
        }
    }

    private static Option<string?> Text(string name, string value, string meaning) => new(name) { Description = meaning, HelpName = value };

    private static Option<string[]> Several(string name, string value, string meaning) =>
        new(name) { Description = meaning, HelpName = value, AllowMultipleArgumentsPerToken = true, Arity = ArgumentArity.OneOrMore };
}
