using System.Collections.Concurrent;
using System.Net;
using System.Text;
using ActorTcp.Cli;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Tests.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ActorTcp.Tests.Cli;

/// <summary>What <c>actortcp serve --otlp</c> sends. It listens to the connections of the whole program, so no other test runs meanwhile.</summary>
[Collection(nameof(ConnectionsAsActivities))]
public sealed class AnOpenTelemetryCollector
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Gets_every_metric_and_a_span_for_a_connection()
    {
        await using var collector = new Collector();
        await collector.StartAsync();
        var stack = new LoneStack(new TcpStackOptions { Name = "at42" });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });

        using (new Telemetry(stack.Stack, collector.Address, TextWriter.Null))
        {
            var peer = stack.Peer("10.9.0.1:1000");
            peer.Sends(Segments.Syn());
            stack.Advance(TimeSpan.FromMilliseconds(20));
            peer.Receives();
            peer.Sends(Segments.Ack(seq: 1, ack: 1));
            peer.Sends(Segments.FinAck(seq: 1, ack: 2));
        }

        var (metrics, traces) = (collector.Received("/v1/metrics"), collector.Received("/v1/traces"));
        Assert.All(ActorTcp.Hosting.MetricCatalog.All, metric => Assert.Contains(metric.Name, metrics, StringComparison.Ordinal));
        Assert.Contains("at42", metrics, StringComparison.Ordinal);
        Assert.All(["actortcp", "tcp.connection", "tcp.handshake", "network.peer.address", "10.9.0.1", "at42"], word => Assert.Contains(word, traces, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_missed_once_where_there_is_none()
    {
        await using var collector = new Collector();
        await collector.StartAsync();
        await collector.DisposeAsync();
        using var error = new StringWriter();
        new Telemetry(new LoneStack().Stack, collector.Address, error).Dispose();
        Assert.Matches($"^note: telemetry does not reach {collector.Address}: .*Connection refused.*\n$", error.ToString());
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
    }

    /// <summary>Takes what comes, as OTLP over HTTP has it: a POST of protocol buffers for each signal. Their strings stand in them as they are.</summary>
    private sealed class Collector : IAsyncDisposable
    {
        private readonly ConcurrentDictionary<string, string> _received = new(StringComparer.Ordinal);
        private readonly WebApplication _app;

        public Collector()
        {
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
            _app = builder.Build();
            _app.Run(TakeAsync);
        }

        public Uri Address { get; private set; } = new("http://none");

        public async Task StartAsync()
        {
            await _app.StartAsync(Cancellation);
            Address = new Uri(_app.Urls.Single());
        }

        public string Received(string path) => _received[path];

        public ValueTask DisposeAsync() => _app.DisposeAsync();

        private async Task TakeAsync(HttpContext context)
        {
            Assert.Equal(("POST", "application/x-protobuf"), (context.Request.Method, context.Request.ContentType));
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, Cancellation);
            var text = Encoding.UTF8.GetString(body.ToArray());
            _received.AddOrUpdate(context.Request.Path, text, (_, before) => before + text);
        }
    }
}
