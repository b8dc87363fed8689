using ActorTcp.Stack;

namespace ActorTcp.Hosting;

/// <summary>The histogram of how long handshakes take.</summary>
internal static class HandshakeDuration
{
    /// <summary>Upper bounds of the buckets, in seconds: from loopback to a repeated SYN-ACK.</summary>
    public static readonly IReadOnlyList<double> Bounds =
        [0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    public static readonly Metric Metric = new(
        "actortcp.handshake.duration", MetricKind.Histogram, "s", "from the SYN-ACK to the final ACK, of handshakes that needed neither a repeated SYN-ACK nor a cookie", null, [], Read);

    /// <summary>As Prometheus wants it: each bucket counts what is at most as long as its bound, and so all buckets before it.</summary>
    private static IEnumerable<MetricSample> Read(StackReading reading)
    {
        var handshakes = reading.Handshakes;
        foreach (var bound in Bounds)
        {
            yield return new MetricSample(handshakes.CountUpTo(TimeSpan.FromSeconds(bound)), "_bucket", new KeyValuePair<string, object?>("le", bound));
        }

        yield return new MetricSample(handshakes.Count, "_bucket", new KeyValuePair<string, object?>("le", double.PositiveInfinity));
        yield return new MetricSample(handshakes.Sum.TotalSeconds, "_sum");
        yield return new MetricSample(handshakes.Count, "_count");
    }
}
