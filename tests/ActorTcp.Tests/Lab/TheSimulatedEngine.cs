using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>The real stack on a virtual clock.</summary>
public sealed class TheSimulatedEngine
{
    private static readonly Experiment Short = new()
    {
        Name = "short",
        Subjects = [Subject.Named("textbook"), Subject.Named("hybrid")],
        Flood = new FloodPlan { Rates = [new FloodRate(0), new FloodRate(2_000)] },
        Clients = new ClientPlan { Count = 60, Losses = [0.05], Patience = TimeSpan.FromSeconds(4), ReadsOneByte = true },
        HalfOpenLimit = 256,
        Duration = TimeSpan.FromSeconds(1),
    };

    [Fact]
    public void Repeats_itself_octet_by_octet_from_a_seed()
    {
        Assert.Equal(Files(Short), Files(Short));
        Assert.NotEqual(Files(Short), Files(Short with { Seed = 2 }));
    }

    [Fact]
    public void Serves_everybody_where_nothing_is_wrong_and_takes_just_the_round_trips_for_it()
    {
        var trial = Run(Short with { Clients = Short.Clients with { Losses = [0] } })[0];
        Assert.Equal(60, trial.Completed);
        Assert.All(trial.Attempts, attempt => Assert.Equal((attempt.Connect, attempt.FirstByte), (trial.Trial.Rtt, 2 * trial.Trial.Rtt)));
    }

    [Fact]
    public void A_textbook_server_loses_its_clients_to_a_flood()
    {
        var trial = Run(Short)[2];
        Assert.Equal(("textbook", 2_000), (trial.Trial.Subject.Name, trial.Trial.Rate.PerSecond));
        Assert.Equal(0, trial.Completed);
        Assert.Equal(256, trial.MostHalfOpen);
    }

    [Theory]
    [InlineData("exponential", "1 3 7 15")]
    [InlineData("linear", "1 2 3 4 5 7 11")]
    public void A_client_repeats_its_syn_by_its_schedule(string schedule, string seconds)
    {
        var waits = Enumerable.Range(1, 7).Select(sent => Names.TryParse<SynSchedule>(schedule)!.Value.Wait(sent).TotalSeconds);
        var times = waits.Aggregate(new List<double> { 0 }, (sent, wait) => [.. sent, sent[^1] + wait]);
        Assert.StartsWith(seconds, string.Join(' ', times.Skip(1)), StringComparison.Ordinal);
    }

    private static IReadOnlyList<TrialResult> Run(Experiment experiment) => LabRun.Run(experiment, new Progress<TrialProgress>(), CancellationToken.None).Trials;

    private static string Files(Experiment experiment)
    {
        var result = LabRun.Run(experiment, new Progress<TrialProgress>(), CancellationToken.None);
        using var csv = new StringWriter();
        AttemptsCsv.Write(result, csv);
        using var json = new MemoryStream();
        ResultJson.Write(result, "actortcp lab run short", json);
        return $"{csv}{Convert.ToHexString(json.ToArray())}{LabReport.Of(result, "", null, []).Conclusion}";
    }
}
