using System.Globalization;
using System.Text;
using ActorTcp.Stack;

namespace ActorTcp.Hosting;

/// <summary>A reading in Prometheus's text format, version 0.0.4.</summary>
internal static class PrometheusText
{
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    /// <param name="device">Goes into a label of every value of the stack.</param>
    public static string Of(StackReading reading, string device)
    {
        var text = new StringBuilder();
        Write(text, MetricCatalog.All, reading, [new KeyValuePair<string, object?>("device", device)]);
        Write(text, ProcessMetrics.All, reading, []);
        return text.ToString();
    }

    private static void Write(StringBuilder text, IEnumerable<Metric> metrics, StackReading reading, KeyValuePair<string, object?>[] common)
    {
        foreach (var metric in metrics)
        {
            var name = metric.PrometheusName;
            text.Append("# HELP ").Append(name).Append(' ').Append(EscapeHelp(metric.Meaning)).Append(metric.LinuxName is { } alias ? $" (Linux: {alias})\n" : "\n");
            text.Append("# TYPE ").Append(name).Append(' ').Append(KindOf(metric)).Append('\n');
            foreach (var sample in metric.Read(reading))
            {
                text.Append(name).Append(sample.Suffix).Append(LabelsOf([.. common, .. sample.Tags])).Append(' ').Append(TextOf(sample.Value)).Append('\n');
            }
        }
    }

    private static string LabelsOf(KeyValuePair<string, object?>[] tags) =>
        tags.Length == 0 ? "" : $"{{{string.Join(',', tags.Select(tag => $"{tag.Key}=\"{EscapeLabel(TextOf(tag.Value))}\""))}}}";

    /// <summary>Numbers as Go's ParseFloat takes them.</summary>
    internal static string TextOf(object? value) => value switch
    {
        double.PositiveInfinity => "+Inf",
        double number => number.ToString("0.################", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };

    private static string EscapeLabel(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);

    private static string EscapeHelp(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    private static string KindOf(Metric metric) => metric.Kind switch
    {
        MetricKind.Counter => "counter",
        MetricKind.Gauge => "gauge",
        MetricKind.Histogram => "histogram",
    };
}
