using System.Diagnostics.Tracing;
using System.Globalization;

namespace ActorTcp.Cli;

/// <summary>A collector that cannot be reached would go unnoticed: OpenTelemetry complains in events only. The first complaint is told, and the first after each hour.</summary>
internal sealed class OtlpFailures(Uri collector, TextWriter error) : EventListener
{
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private long? _told;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "OpenTelemetry-Exporter-OpenTelemetryProtocol")
        {
            EnableEvents(eventSource, EventLevel.Error);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (_told is { } before && TimeProvider.System.GetElapsedTime(before) < Silence)
        {
            return;
        }

        _told = TimeProvider.System.GetTimestamp();
        var complaint = string.Format(CultureInfo.InvariantCulture, eventData.Message ?? "", [.. eventData.Payload ?? []]);
        error.WriteLine($"note: telemetry does not reach {collector}: {complaint.Split('\n')[0].TrimEnd()}");   // the other lines are a stack trace
    }
}
