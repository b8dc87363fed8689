using System.Text.Json;
using ActorTcp.Hosting;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Tests.Architecture;
using YamlDotNet.RepresentationModel;

namespace ActorTcp.Tests.Deploy;

/// <summary>What is asked in deploy/prometheus and deploy/grafana is answered by /metrics.</summary>
public sealed class AlertsAndDashboard
{
    /// <summary>Of every target, from Prometheus itself.</summary>
    private static readonly string[] LabelsOfTargets = ["instance", "job"];

    public static TheoryData<string> Queries => [.. Alerts().Concat(Panels()).Concat(Variables())];

    [Theory, MemberData(nameof(Queries))]
    public async Task Ask_for_what_there_is(string query)
    {
        var scrape = await ScrapeAsync();
        var asked = new PrometheusQuery(query);
        Assert.NotEmpty(asked.Selectors);
        foreach (var (metric, matchers) in asked.Selectors.Where(selector => selector.Metric != "up"))
        {
            var samples = scrape.Samples.Where(sample => sample.Name == metric).ToList();
            Assert.True(samples.Count > 0, $"{metric} is not in the scrape");
            Assert.All(matchers.Where(each => !LabelsOfTargets.Contains(each.Label)), each => Assert.Contains(samples, sample =>
                sample.Labels.TryGetValue(each.Label, out var value) && (each.Operator != "=" || value == each.Value)));
            Assert.All(asked.Groupings.Except(LabelsOfTargets), label => Assert.All(samples, sample => Assert.Contains(label, sample.Labels.Keys)));
        }
    }

    [Fact]
    public void Every_alert_says_what_to_do_and_how_bad_it_is()
    {
        foreach (var rule in Rules())
        {
            Assert.Matches("^ActorTcp[A-Za-z]+$", Text(rule, "alert"));
            Assert.Contains(Text((YamlMappingNode)rule["labels"], "severity"), (string[])["warning", "critical"]);
            Assert.NotEmpty(Text((YamlMappingNode)rule["annotations"], "summary"));
            Assert.NotEmpty(Text((YamlMappingNode)rule["annotations"], "description"));
        }
    }

    [Fact]
    public void A_query_is_taken_apart()
    {
        var query = new PrometheusQuery("""histogram_quantile(0.9, sum by (le, port) (rate(a_bucket{x="1", y=~"$y"}[$__rate_interval]))) > 2 * max without(z) (b:c) and on () up""");
        Assert.Equal(["a_bucket", "b:c", "up"], query.Selectors.Select(each => each.Metric));
        Assert.Equal([("x", "=", "1"), ("y", "=~", "$y")], query.Selectors.First().Matchers);
        Assert.Equal(["le", "port", "z", ""], query.Groupings);
    }

    private static IEnumerable<string> Alerts() => Rules().Select(rule => Text(rule, "expr"));

    private static IEnumerable<string> Panels() => Dashboard().GetProperty("panels").EnumerateArray()
        .Where(panel => panel.TryGetProperty("targets", out _))
        .SelectMany(panel => panel.GetProperty("targets").EnumerateArray().Select(target => target.GetProperty("expr").GetString()!));

    /// <summary>Grafana's <c>label_values(metric, label)</c> as Prometheus would say it.</summary>
    private static IEnumerable<string> Variables() => Dashboard().GetProperty("templating").GetProperty("list").EnumerateArray()
        .Where(variable => variable.GetProperty("type").GetString() == "query")
        .Select(variable => variable.GetProperty("query").GetProperty("query").GetString()!.Split('(', ',', ')') is [_, var metric, var label, _]
            ? $"group by ({label.Trim()}) ({metric})"
            : throw new FormatException("label_values(metric, label) is expected"));

    private static JsonElement Dashboard() => JsonElement.Parse(File.ReadAllText(Path.Combine(Repository.Root, "deploy/grafana/actortcp.json")));

    private static IEnumerable<YamlMappingNode> Rules()
    {
        var yaml = new YamlStream();
        using var file = File.OpenText(Path.Combine(Repository.Root, "deploy/prometheus/actortcp.rules.yml"));
        yaml.Load(file);
        return ((YamlSequenceNode)yaml.Documents[0].RootNode["groups"]).SelectMany(group => (YamlSequenceNode)group["rules"]).Cast<YamlMappingNode>();
    }

    private static string Text(YamlMappingNode node, string key) => ((YamlScalarNode)node[key]).Value!;

    private static async Task<Scrape> ScrapeAsync()
    {
        var stack = new LoneStack(new TcpStackOptions { Name = "at0" });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        return Scrape.Of(PrometheusText.Of(await stack.Stack.ReadAsync(), "at0"));
    }
}
