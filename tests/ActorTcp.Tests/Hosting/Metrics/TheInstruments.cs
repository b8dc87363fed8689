using System.Diagnostics.Metrics;
using ActorTcp.Hosting;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Hosting;

/// <summary>The meter "ActorTcp", as a listener of .NET sees it.</summary>
public sealed class TheInstruments
{
    [Fact]
    public async Task Tell_the_same_as_the_page_for_Prometheus()
    {
        var stack = Served("at7", out var peer);
        using var instruments = new StackInstruments(stack.Stack);
        using var listener = new Listening("at7");
        peer.Sends(Syn(seq: 0));
        stack.Advance(TimeSpan.FromMilliseconds(20));
        peer.Receives();
        peer.Sends(Ack(seq: 1, ack: 1));

        var heard = listener.Collect();

        var scrape = Scrape.Of(PrometheusText.Of(await stack.Stack.ReadAsync(), "at7"));
        Assert.Equal(
            scrape.Samples.Where(sample => sample.Labels.ContainsKey("device") && !sample.Name.Contains("duration", StringComparison.Ordinal)).Select(sample => $"{sample.Name} {Text(sample.Labels.Select(label => (label.Key, label.Value)))} {sample.Value}").Order(StringComparer.Ordinal),
            heard.Where(line => !line.Contains("duration", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("actortcp_handshake_duration_seconds device=at7 0.02", heard);
    }

    [Fact]
    public void Go_with_the_stack()
    {
        var stack = Served("at8", out _);
        using var listener = new Listening("at8");
        using (new StackInstruments(stack.Stack))
        {
            Assert.NotEmpty(listener.Collect());
        }

        Assert.Empty(listener.Collect());
    }

    [Fact]
    public void Are_read_all_at_once()
    {
        var stack = Served("at9", out var peer);
        using var instruments = new StackInstruments(stack.Stack);
        using var listener = new Listening("at9");
        Assert.Contains("actortcp_syns_in_total device=at9 0", listener.Collect());

        peer.Sends(Syn(seq: 0));
        Assert.Contains("actortcp_syns_in_total device=at9 0", listener.Collect());   // the same moment

        stack.Advance(TimeSpan.FromSeconds(1));
        Assert.Contains("actortcp_syns_in_total device=at9 1", listener.Collect());
    }

    private static LoneStack Served(string name, out Stranger peer)
    {
        var stack = new LoneStack(new TcpStackOptions { Name = name });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        peer = stack.Peer("10.9.0.1:1000");
        return stack;
    }

    private static string Text(IEnumerable<(string Name, string Value)> tags) => string.Join(',', tags.Select(tag => $"{tag.Name}={tag.Value}"));

    /// <summary>Hears of one stack: others are measured meanwhile.</summary>
    private sealed class Listening : IDisposable
    {
        private readonly MeterListener _listener = new();
        private readonly List<string> _heard = [];

        public Listening(string device)
        {
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Meter.Name == ActorTcpMetrics.MeterName && instrument.Meter.Tags?.Contains(new KeyValuePair<string, object?>("device", device)) == true)
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Hear(instrument, value, tags));
            _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Hear(instrument, value, tags));
            _listener.Start();
        }

        public string[] Collect()
        {
            _listener.RecordObservableInstruments();
            string[] heard = [.. _heard];
            _heard.Clear();
            return heard;
        }

        public void Dispose() => _listener.Dispose();

        private void Hear(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _heard.Add($"{MetricCatalog.All.Single(metric => metric.Name == instrument.Name).PrometheusName} {Text(tags.ToArray().Select(tag => (tag.Key, PrometheusText.TextOf(tag.Value))))} {value}");
    }
}
