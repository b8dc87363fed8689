using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>Experiments as users write them down.</summary>
public sealed class ExperimentFiles
{
    public static TheoryData<string> BuiltIn => [.. ExperimentCatalog.All.Select(experiment => experiment.Name)];

    [Theory, MemberData(nameof(BuiltIn))]
    public void An_experiment_of_the_program_is_the_same_after_a_way_through_a_file(string name)
    {
        var text = ExperimentFile.Write(ExperimentCatalog.Find(name)!);
        Assert.Equal(text, ExperimentFile.Write(ExperimentFile.Parse(text, "again.json")));
    }

    [Theory, MemberData(nameof(BuiltIn))]
    public void An_experiment_of_the_program_keeps_its_own_rules(string name) => ExperimentRules.Require(ExperimentCatalog.Find(name)!, name);

    [Fact]
    public void A_name_and_a_subject_are_enough()
    {
        var experiment = ExperimentFile.Parse("""{ "name": "mine", "subjects": ["hybrid"] }""", "my.json");
        Assert.Equal([0, 15_000], experiment.Trials().Select(trial => trial.Rate.PerSecond));
    }

    [Fact]
    public void What_is_listed_is_tried_in_every_combination_with_the_subjects_side_by_side()
    {
        var experiment = ExperimentFile.Parse(
            """{ "name": "mine", "subjects": ["hybrid", "textbook"], "flood": { "rates": [0, 9] }, "clients": { "rtts": [0.01, 0.5], }, /* many */ }""", "my.json");
        Assert.Equal(
            ["hybrid 0 10", "textbook 0 10", "hybrid 9 10", "textbook 9 10", "hybrid 0 500", "textbook 0 500", "hybrid 9 500", "textbook 9 500"],
            experiment.Trials().Select(trial => $"{trial.Subject} {trial.Rate} {trial.Rtt.TotalMilliseconds}"));
    }

    [Fact]
    public void The_file_that_the_explanation_shows_can_be_run()
    {
        var text = ExperimentKeys.Text;
        Assert.Equal("mine", ExperimentFile.Parse(text[text.IndexOf('{')..], "explained.json").Name);
    }

    [Fact]
    public void Yaml_says_the_same_as_json()
    {
        const string Text = """
            name: mine            # a comment
            subjects: [hybrid, kernel-1]
            engine: tun
            flood: { rates: [0, 15000, max] }
            clients:
              patience: 2.5
            """;
        const string Json = """{ "name": "mine", "subjects": ["hybrid", "kernel-1"], "engine": "tun", "flood": { "rates": [0, 15000, "max"] }, "clients": { "patience": 2.5 } }""";
        Assert.Equal(ExperimentFile.Write(ExperimentFile.Parse(Json, "my.json")), ExperimentFile.Write(ExperimentFile.Parse(Yaml.ToJson(Text, "my.yaml"), "my.yaml")));
    }

    [Fact]
    public void What_is_no_yaml_is_named_with_its_line() =>
        Assert.StartsWith("my.yaml: line 3: ", Assert.Throws<LabException>(() => Yaml.ToJson("name: mine\nsubjects: [hybrid\n", "my.yaml")).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "name": "x" """, "line 1")]
    [InlineData("[]", "must be an object")]
    [InlineData("""{ "name": "x", "subjects": ["hybird"] }""", "subjects[0]: not one of: textbook,")]
    [InlineData("""{ "name": "x", "subjects": [] }""", "subjects: none is named")]
    [InlineData("""{ "name": "../x", "subjects": ["hybrid"] }""", "name: '../x'")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "flod": {} }""", "flod: unknown key. Valid: name, question,")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "flood": { "rate": 1 } }""", "flood.rate: unknown key. Valid: kinds, rates,")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "flood": { "rates": ["fast"] } }""", "flood.rates[0]: not a rate")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "flood": { "rates": ["max"] } }""", "needs real packets")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "flood": { "kinds": ["udp"] } }""", "flood.kinds[0]: not one of: syn, ack, unfinished, idle")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "flood": { "prefix": "192.0.2.0/24" } }""", "flood.prefix: must be a prefix of 10.0.0.0/8")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "clients": { "losses": [1] } }""", "clients.losses: must be shares")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "engine": "kernel" }""", "engine kernel has none of hybrid")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "engine": "tun", "clients": { "losses": [0.1] } }""", "need the simulated network")]
    [InlineData("""{ "name": "x", "subjects": ["hybrid"], "duration": -1 }""", "duration: not a time")]
    public void What_cannot_be_is_named_with_its_place_and_what_could_be(string text, string message)
    {
        var wrong = Assert.Throws<LabException>(() => ExperimentFile.Parse(text, "my.json"));
        Assert.StartsWith("my.json: ", wrong.Message, StringComparison.Ordinal);
        Assert.Contains(message, wrong.Message, StringComparison.Ordinal);
    }
}
