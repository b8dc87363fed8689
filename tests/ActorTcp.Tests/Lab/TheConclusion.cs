using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>What the report says is decided by the numbers, so other numbers make it say something else.</summary>
public sealed class TheConclusion
{
    private static readonly TimeSpan Quick = TimeSpan.FromMilliseconds(1);

    private static readonly Experiment Experiment = new()
    {
        Name = "made-up",
        Subjects = [Subject.Named("hybrid"), Subject.Named("textbook")],
        Flood = new FloodPlan { Rates = [new FloodRate(0), new FloodRate(15_000)] },
        Engine = EngineKind.Tun,
    };

    [Theory]
    [InlineData(1000, 1, "Under 15,000 SYN/s: Clients do not notice the flood with hybrid (100 % served, p99 1 × idle).")]
    [InlineData(1000, 2, "Clients do not notice the flood with hybrid (100 % served, p99 2 × idle).")]
    [InlineData(1000, 3, "Some clients wait, or are lost, with hybrid (100 % served, p99 3 × idle).")]
    [InlineData(995, 1, "Some clients wait, or are lost, with hybrid (99.5 % served, p99 1 × idle).")]
    [InlineData(700, 1, "Clients are lost with hybrid (70 % served, p99 1 × idle).")]
    [InlineData(25, 1, "hybrid (2.5 % served, p99 1 × idle) collapses.")]
    [InlineData(0, 1, "hybrid (0 % served) collapses.")]
    public void Says_how_a_server_stands_the_flood(int served, int slower, string sentence)
    {
        var result = Result(Trial(0, 1000, Quick), Trial(2, served, slower * Quick));
        Assert.Contains(sentence, Conclusion.Of(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Does_not_blame_the_flood_for_what_the_network_loses()
    {
        var result = Result(Trial(0, 960, Quick), Trial(2, 960, Quick));
        Assert.Contains("Clients do not notice the flood with hybrid (96 % served, idle 96 %, p99 1 × idle).", Conclusion.Of(result), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_servers_that_stand_it_alike_the_best_first()
    {
        var result = Result(Trial(0, 1000, Quick), Trial(1, 1000, Quick), Trial(2, 1000, Quick), Trial(3, 10, Quick));
        Assert.StartsWith(
            "Under 15,000 SYN/s: Clients do not notice the flood with hybrid (100 % served, p99 1 × idle). textbook (1 % served, p99 1 × idle) collapses.",
            Conclusion.Of(result),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Says_from_which_rate_on_clients_are_lost()
    {
        var experiment = Experiment with { Flood = Experiment.Flood with { Rates = [new FloodRate(0), new FloodRate(100), new FloodRate(15_000)] } };
        int[] served = [1000, 1000, 1000, 980, 1000, 0];
        var conclusion = Conclusion.Of(new ExperimentResult(experiment, [.. served.Select((count, number) => Trial(number, count, Quick, experiment))]));
        Assert.Contains("More than one client of 100 is lost with textbook from 100 SYN/s. None of the rates tried does that to hybrid.", conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_from_which_round_trip_on_clients_are_lost()
    {
        TimeSpan[] rtts = [Quick, 50 * Quick, 200 * Quick];
        var experiment = Experiment with { Flood = new FloodPlan { Rates = [new FloodRate(15_000)] }, Clients = new ClientPlan { Rtts = rtts } };
        int[] served = [1000, 1000, 1000, 900, 1000, 0];
        var conclusion = Conclusion.Of(new ExperimentResult(experiment, [.. served.Select((count, number) => Trial(number, count, Quick, experiment))]));
        Assert.Equal(
            "Under 15,000 SYN/s: More than one client of 100 is lost with textbook from a round trip of 50 ms. None of the round trips tried does that to hybrid.",
            conclusion);
    }

    [Fact]
    public void Says_what_became_of_old_syns()
    {
        var experiment = Experiment with { Clients = new ClientPlan { DuplicateDelay = TimeSpan.FromSeconds(90) } };
        var trial = Trial(0, 1000, Quick, experiment);
        trial = trial with { LateSyns = 97, Counters = new Dictionary<string, long>(StringComparer.Ordinal) { ["established"] = 1001, ["resets_in"] = 96 } };
        Assert.Contains(
            "hybrid: of 97 old SYNs that came 90 s late 1 became a connection; 96 were taken back by the client's reset.",
            Conclusion.Of(new ExperimentResult(experiment, [trial])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Says_how_long_a_server_suffers_when_the_flood_is_over()
    {
        var end = TimeSpan.FromSeconds(10);
        var experiment = Experiment with { Flood = new FloodPlan { Rates = [new FloodRate(15_000)], Until = end } };
        var trial = Trial(0, 0, Quick, experiment) with
        {
            Attempts = [Served(start: 5, after: 3), Served(start: 12.5, after: 1), Served(start: 20, after: 0.001)],
            Samples = [new Sample(end, 1, 1024, 0), new Sample(TimeSpan.FromSeconds(60), 1, 1024, 0), new Sample(TimeSpan.FromSeconds(73), 1, 3, 0)],
        };
        Assert.Contains(
            "hybrid: after the flood's end clients suffer for 2.5 s, and its half-open entries are gone after 63 s.",
            Conclusion.Of(new ExperimentResult(experiment, [trial])),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Compares_with_the_kernel()
    {
        var experiment = Experiment with { Subjects = [Subject.Named("hybrid"), Subject.Named("kernel-0"), Subject.Named("kernel-1")] };
        var result = new ExperimentResult(experiment,
        [
            Trial(3, 1000, 3 * Quick, experiment), Trial(4, 0, Quick, experiment), Trial(5, 990, 2 * Quick, experiment),
        ]);
        Assert.Contains(
            "hybrid serves 100 % with a p99 of 3 ms; kernel-1 serves 99 % with a p99 of 2 ms. The stack's p99 is 1.5 × the kernel's.",
            Conclusion.Of(result),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "Of 1,000 guessed ACKs hybrid compared 500 with a cookie and took none for a connection's; chance allows 0.")]
    [InlineData(7, "Of 1,000 guessed ACKs hybrid compared 507 with a cookie and took 7 for a connection's; chance allows 0.")]
    public void Counts_the_cookies_that_were_forged(int forged, string sentence)
    {
        var experiment = Experiment with { Flood = Experiment.Flood with { Kinds = [FloodKind.Ack] } };
        var trial = Trial(2, 1000, Quick, experiment);
        trial = trial with { Counters = new Dictionary<string, long>(StringComparer.Ordinal) { ["established"] = 1000 + forged, ["syn_cookies_failed"] = 500 } };
        Assert.Contains(sentence, Conclusion.Of(new ExperimentResult(experiment, [trial])), StringComparison.Ordinal);
    }

    [Fact]
    public void Says_when_the_run_was_ended_early() =>
        Assert.Contains("ended early: 1 of 4 trials were begun", Conclusion.Of(Result(Trial(0, 1000, Quick))), StringComparison.Ordinal);

    private static ExperimentResult Result(params TrialResult[] trials) => new(Experiment, trials);

    private static TrialResult Trial(int number, int served, TimeSpan latency, Experiment? experiment = null) => new()
    {
        Trial = (experiment ?? Experiment).Trials()[number],
        Attempts =
        [
            .. Enumerable.Range(0, 1000).Select(i => i < served
                ? new Attempt(TimeSpan.Zero, AttemptOutcome.Completed, latency, null)
                : new Attempt(TimeSpan.Zero, AttemptOutcome.NotConnected, null, null)),
        ],
        Samples = [],
        Counters = new Dictionary<string, long>(StringComparer.Ordinal),
        FloodPackets = (experiment ?? Experiment).Trials()[number].Rate.IsIdle ? 0 : 1000,
        FloodTime = TimeSpan.FromSeconds((experiment ?? Experiment).Trials()[number].Rate.IsIdle ? 0 : 1),
    };

    private static Attempt Served(double start, double after) =>
        new(TimeSpan.FromSeconds(start), AttemptOutcome.Completed, TimeSpan.FromSeconds(after), null);
}
