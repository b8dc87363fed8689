using System.CommandLine;
using ActorTcp.Cli;
using ActorTcp.Dashboard;
using ActorTcp.Lab;

namespace ActorTcp.Tests.Cli;

/// <summary><c>actortcp lab run</c>: what the options change about an experiment, and how to repeat it.</summary>
public sealed class LabOptions
{
    [Theory]
    [InlineData("lemon2003", "lemon2003: no such experiment, and no such file. Valid: lemon2002, rfc4987, step3, recovery, rtt, loss, ackflood, budget, or the path of a file.")]
    [InlineData("lemon2002 --engine vm", "--engine vm: Valid: sim, tun, kernel.")]
    [InlineData("lemon2002 --rate fast", "--rate fast: Valid: 0 to 10000000. Or max.")]
    [InlineData("lemon2002 --rate max", "lemon2002: flood.rates: \"max\" needs real packets: engine tun or kernel.")]
    [InlineData("rtt --engine tun", "rtt: clients: rtts, losses and duplicates need the simulated network: engine sim, not tun.")]
    [InlineData("lemon2002 --clients -1", "lemon2002: clients.count: must be 0 to 1000000.")]
    [InlineData("lemon2002 --duration 3601", "lemon2002: duration: must be 0 to 3600 s.")]
    public void Bad_input_is_cited(string line, string message) => Assert.Equal(message, Assert.Throws<BadInputException>(() => Chosen(line)).Message);

    [Fact]
    public void An_unknown_subject_is_told_which_there_are() => Assert.StartsWith(
        "--subject hope: Valid: textbook, textbook+filter, recycle,",
        Assert.Throws<BadInputException>(() => Chosen("lemon2002 --subject hope")).Message,
        StringComparison.Ordinal);

    [Fact]
    public void An_option_replaces_what_the_experiment_says()
    {
        var experiment = Chosen("lemon2002 --engine tun --seed 7 --subject hybrid kernel-1 --rate 0 max --clients 5");
        Assert.Equal(["hybrid 0", "kernel-1 0", "hybrid max", "kernel-1 max"], experiment.Trials().Select(trial => $"{trial.Subject} {trial.Rate}"));
        Assert.Equal((7, 5), (experiment.Seed, experiment.Clients.Count));
    }

    [Fact]
    public void The_command_that_repeats_a_run_names_engine_and_seed()
    {
        var parsed = Parsed("lemon2002 --rate 0 9 --output elsewhere");
        Assert.Equal("actortcp lab run lemon2002 --engine sim --seed 1 --rate 0 9", LabCommandLine.Of(parsed, LabRunOptions.Chosen(parsed)));
    }

    [Fact]
    public void The_command_that_the_page_shows_repeats_its_run() => Assert.All(ExperimentCatalog.All, experiment =>
    {
        var chosen = new ExperimentForm(experiment) { Seed = 7, Rate = 500, Seconds = 3 }.Chosen();
        var repeated = Chosen(ExperimentForm.Command(chosen)["actortcp lab run ".Length..]);
        Assert.Equal(ExperimentFile.Write(chosen), ExperimentFile.Write(repeated));
    });

    private static Experiment Chosen(string line) => LabRunOptions.Chosen(Parsed(line));

    private static ParseResult Parsed(string line) => new LabRunCommand().Parse(line);
}
