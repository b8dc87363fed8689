namespace ActorTcp.Hosting;

/// <summary>As OpenTelemetry and Prometheus distinguish them.</summary>
internal enum MetricKind
{
    /// <summary>Only ever rises, from the start of the stack.</summary>
    Counter,
    Gauge,
    Histogram,
}
