using System.Globalization;
using System.Text;
using ActorTcp.Hosting;
using ActorTcp.Tests.Architecture;

namespace ActorTcp.Tests.Hosting;

/// <summary>docs/metrics.md cannot drift from what is measured.</summary>
public sealed class ThePageOfMetrics
{
    private const string Begin = "<!-- from here on made by the test ThePageOfMetrics -->\n";

    [Fact]
    public void Has_every_metric()
    {
        var path = Path.Combine(Repository.Root, "docs", "metrics.md");
        Assert.SkipUnless(File.Exists(path), "the sources are not at hand");
        var page = File.ReadAllText(path);
        var made = page[..(page.IndexOf(Begin, StringComparison.Ordinal) + Begin.Length)] + Table();
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, made);
        }

        Assert.True(File.ReadAllText(path) == made, "docs/metrics.md is not what is measured; make it anew by: ACCEPT=1 tests/run --fast");
    }

    private static string Table()
    {
        var table = new StringBuilder("\n| .NET, OpenTelemetry | Prometheus | kind | tags | Linux | what it counts or measures |\n|---|---|---|---|---|---|\n");
        foreach (var metric in MetricCatalog.All)
        {
            var tags = string.Join(", ", metric.Tags.Prepend("device").Select(tag => $"`{tag}`"));
            table.Append(CultureInfo.InvariantCulture, $"| `{metric.Name}` | `{metric.PrometheusName}` | {metric.Kind.ToString().ToLowerInvariant()}{(metric.Unit is { } unit ? $", {unit}" : "")} | {tags} | ")
                .Append(CultureInfo.InvariantCulture, $"{(metric.LinuxName is { } alias ? $"`{alias}`" : "")} | {metric.Meaning} |\n");
        }

        return table.ToString();
    }
}
