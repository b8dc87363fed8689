using System.Diagnostics.Metrics;
using ActorTcp.Stack;

namespace ActorTcp.Hosting;

/// <summary>The metrics of a stack as instruments of .NET. While nobody listens they cost nothing.</summary>
internal sealed class StackInstruments : IDisposable
{
    /// <summary>Instruments are asked one by one; what is asked together is answered from one reading.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Lock _lock = new();
    private readonly Meter _meter;
    private readonly TcpStack _stack;
    private readonly KeyValuePair<string, object?> _device;
    private (long At, StackReading? Reading) _latest;

    public StackInstruments(TcpStack stack)
    {
        (_stack, _device) = (stack, new KeyValuePair<string, object?>("device", stack.Options.Name));
        _meter = new Meter(new MeterOptions(ActorTcpMetrics.MeterName)
        {
            Version = typeof(TcpStack).Assembly.GetName().Version?.ToString(3),
            Tags = [_device],
        });
        foreach (var metric in MetricCatalog.All)
        {
            _ = metric.Kind switch
            {
                MetricKind.Counter => (Instrument)_meter.CreateObservableCounter(metric.Name, () => Measure(metric, value => (long)value), metric.Unit, metric.Meaning),
                MetricKind.Gauge => _meter.CreateObservableGauge(metric.Name, () => Measure(metric, value => value), metric.Unit, metric.Meaning),
                MetricKind.Histogram => stack.HandshakeDuration = _meter.CreateHistogram(metric.Name, metric.Unit, metric.Meaning, [_device], new InstrumentAdvice<double> { HistogramBucketBoundaries = HandshakeDuration.Bounds }),
            };
        }
    }

    public void Dispose() => _meter.Dispose();

    private IEnumerable<Measurement<T>> Measure<T>(Metric metric, Func<double, T> valueOf)
        where T : struct => Latest() is { } reading ? [.. metric.Read(reading).Select(sample => new Measurement<T>(valueOf(sample.Value), [_device, .. sample.Tags]))] : [];

    /// <returns>Null when a shard does not answer.</returns>
    private StackReading? Latest()
    {
        lock (_lock)
        {
            var time = _stack.Options.Time;
            if (_latest.Reading is null || time.GetElapsedTime(_latest.At) > Together)
            {
                var reading = _stack.ReadAsync();
                _latest = (time.GetTimestamp(), reading.Wait(Patience) ? reading.Result : null);
            }

            return _latest.Reading;
        }
    }
}
