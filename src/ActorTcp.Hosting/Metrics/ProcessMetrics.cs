using System.Diagnostics;

namespace ActorTcp.Hosting;

/// <summary>What Prometheus's own clients tell of every process, under their names. To OpenTelemetry the runtime tells it itself, by the meter <c>System.Runtime</c>.</summary>
internal static class ProcessMetrics
{
    public static readonly IReadOnlyList<Metric> All =
    [
        new("process.cpu", MetricKind.Counter, "s", "processor time of the process, in all its threads and in the kernel for it", null, [], _ => [MetricSample.Of(Environment.CpuUsage.TotalTime.TotalSeconds)]),
        new("process.resident_memory", MetricKind.Gauge, "By", "memory of the process that is not swapped out, with the files mapped into it", null, [], _ => [MetricSample.Of(Environment.WorkingSet)]),
        new("process.start_time", MetricKind.Gauge, "s", "when the process began, since 1970-01-01 UTC", null, [], _ => [MetricSample.Of(Began)]),
    ];

    private static readonly double Began = BeganAt();

    private static double BeganAt()
    {
        using var self = Process.GetCurrentProcess();
        return (self.StartTime.ToUniversalTime() - DateTime.UnixEpoch).TotalSeconds;
    }
}
