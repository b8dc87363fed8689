using ActorTcp.Hosting;
using ActorTcp.Stack;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ActorTcp.Cli;

/// <summary>Metrics and traces to an OpenTelemetry collector, over HTTP. How often, how many and with which headers, OpenTelemetry's own environment variables say (OTEL_…).</summary>
internal sealed class OtlpExport : IDisposable
{
    private const int PatienceAtTheEnd = 2000;   // ms

    private readonly OtlpFailures _failures;
    private readonly MeterProvider _meters;
    private readonly TracerProvider _tracers;

    /// <param name="endpoint">Where the collector is, without the paths of the signals, such as http://localhost:4318.</param>
    /// <param name="error">Told when the collector cannot be reached.</param>
    public OtlpExport(Uri endpoint, TextWriter error)
    {
        _failures = new OtlpFailures(endpoint, error);
        var who = ResourceBuilder.CreateDefault().AddService("actortcp", serviceVersion: typeof(TcpStack).Assembly.GetName().Version?.ToString(3)).AddEnvironmentVariableDetector();
        _meters = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(who).AddMeter(ActorTcpMetrics.MeterName, "System.Runtime").AddOtlpExporter(otlp => Point(otlp, endpoint, "v1/metrics")).Build();
        _tracers = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(who).AddSource(ActorTcpMetrics.SourceName).AddOtlpExporter(otlp => Point(otlp, endpoint, "v1/traces")).Build();
    }

    /// <summary>Sends what has not been sent, unless the collector takes too long.</summary>
    public void Dispose()
    {
        Parallel.Invoke(() => _tracers.Shutdown(PatienceAtTheEnd), () => _meters.Shutdown(PatienceAtTheEnd));
        _tracers.Dispose();
        _meters.Dispose();
        _failures.Dispose();
    }

    private static void Point(OtlpExporterOptions otlp, Uri endpoint, string signal) =>
        (otlp.Protocol, otlp.Endpoint) = (OtlpExportProtocol.HttpProtobuf, new Uri($"{endpoint.AbsoluteUri.TrimEnd('/')}/{signal}"));
}
