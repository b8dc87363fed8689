using ActorTcp.Dashboard;
using ActorTcp.Lab;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace ActorTcp.Tests.Dashboard;

/// <summary>Experiments run from the page: bounded, one at a time, and with an end.</summary>
public sealed class TheLaboratory : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ReportShelf _shelf = new(Options.Create(new ActorTcpPageOptions()), TimeProvider.System);
    private readonly LabBench _bench;

    public TheLaboratory() => _bench = new LabBench(_shelf, TimeProvider.System, NullLogger<LabBench>.Instance);

    public static TheoryData<string> Experiments => [.. ExperimentCatalog.All.Select(experiment => experiment.Name)];

    public void Dispose() => _bench.Dispose();

    [Theory, MemberData(nameof(Experiments))]
    public void Explains_every_experiment_and_runs_it_as_it_is(string name)
    {
        var chosen = new ExperimentForm(ExperimentCatalog.Find(name)!).Chosen();
        Assert.Equal(EngineKind.Sim, chosen.Engine);
        Assert.NotEmpty(chosen.Trials());
        Assert.NotEmpty(ExperimentNotes.Of(name));
    }

    [Theory]
    [InlineData(-1, 5)]
    [InlineData(20_001, 5)]
    [InlineData(1_000, 1)]
    [InlineData(1_000, 151)]
    public void Refuses_rates_and_durations_beyond_its_limits(int rate, int seconds)
    {
        var form = new ExperimentForm(ExperimentCatalog.Find("lemon2002")!) { Rate = rate, Seconds = seconds };
        Assert.Throws<LabException>(form.Chosen);
    }

    [Fact]
    public void Refuses_a_run_without_policies_and_one_of_too_many_packets()
    {
        var form = new ExperimentForm(ExperimentCatalog.Find("lemon2002")!) { Rate = 20_000, Seconds = 150 };
        Assert.Contains("million packets", Assert.Throws<LabException>(form.Chosen).Message, StringComparison.Ordinal);
        form.Subjects.Clear();
        Assert.Contains("one policy", Assert.Throws<LabException>(form.Chosen).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Keeps_the_report_of_a_run_with_the_command_that_repeats_it()
    {
        var form = new ExperimentForm(ExperimentCatalog.Find("lemon2002")!) { Rate = 500, Seconds = 3, Seed = 7 };
        form.Subjects.RemoveWhere(subject => subject.Name != "hybrid");
        var chosen = form.Chosen();

        Assert.True(_bench.TryBegin(chosen, ExperimentForm.Command(chosen)));
        SpinWait.SpinUntil(() => _bench.State is { IsRunning: false }, Patience);

        Assert.Null(_bench.State!.Failure);
        Assert.Equal(
            "actortcp lab run lemon2002 --engine sim --seed 7 --subject hybrid --rate 0 500 --clients 400 --duration 3",
            _shelf.Find(_bench.State.Report!)!.Command);
    }

    [Fact]
    public void Does_one_run_at_a_time_and_ends_it_when_told()
    {
        var chosen = new ExperimentForm(ExperimentCatalog.Find("lemon2002")!).Chosen();
        Assert.True(_bench.TryBegin(chosen, ""));
        Assert.False(_bench.TryBegin(chosen, ""));

        _bench.Cancel();

        Assert.True(SpinWait.SpinUntil(() => _bench.State is { IsRunning: false }, Patience));
        Assert.True(_bench.TryBegin(chosen, ""));
    }
}
