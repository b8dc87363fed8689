namespace ActorTcp.Hosting;

/// <summary>One value of a metric at one moment.</summary>
/// <param name="Suffix">What Prometheus adds to the name of a part of a histogram.</param>
internal readonly record struct MetricSample(double Value, string Suffix, params KeyValuePair<string, object?>[] Tags)
{
    public static MetricSample Of(double value, params KeyValuePair<string, object?>[] tags) => new(value, "", tags);
}
