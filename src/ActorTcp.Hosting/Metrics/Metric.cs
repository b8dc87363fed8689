using ActorTcp.Stack;

namespace ActorTcp.Hosting;

/// <summary>Something that can be read of a running stack, under the same name everywhere.</summary>
/// <param name="Name">As OpenTelemetry has it: in small letters, with dots.</param>
/// <param name="Unit">By the Unified Code for Units of Measure; null for what is merely counted.</param>
/// <param name="LinuxName">What <c>nstat</c> calls the same thing; null where Linux does not tell it.</param>
/// <param name="Tags">The names of its dimensions, beside the device.</param>
/// <param name="Read">All of its values.</param>
internal sealed record Metric(string Name, MetricKind Kind, string? Unit, string Meaning, string? LinuxName, string[] Tags, Func<StackReading, IEnumerable<MetricSample>> Read)
{
    /// <summary>By OpenTelemetry's rules for Prometheus, so that a scrape and a collector's export agree.</summary>
    public string PrometheusName { get; } = Name.Replace('.', '_') + Unit switch { "s" => "_seconds", "By" => "_bytes", _ => "" } + (Kind is MetricKind.Counter ? "_total" : "");
}
