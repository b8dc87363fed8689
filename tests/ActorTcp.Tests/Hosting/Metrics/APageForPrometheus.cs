using ActorTcp.Hosting;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Tests.Stack;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Hosting;

/// <summary>Prometheus's text format, version 0.0.4.</summary>
public sealed class APageForPrometheus
{
    [Fact]
    public async Task Has_every_metric_with_its_help_and_type()
    {
        var scrape = await ScrapeAsync(new LoneStack());

        Assert.Equal(MetricCatalog.All.Concat(ProcessMetrics.All).Select(metric => metric.PrometheusName), scrape.Types.Keys);
        Assert.Equal(scrape.Types.Keys, scrape.Helps.Keys);
        Assert.Equal("SYNs and final ACKs that a listener dropped, for whichever reason (Linux: TcpExtListenDrops)", scrape.Helps["actortcp_listener_drops_total"]);
        Assert.All(scrape.Types, family => Assert.Equal(family.Value == "counter", family.Key.EndsWith("_total", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Tells_what_the_stack_has_counted()
    {
        var network = new VirtualNetwork();
        var (server, client) = (network.Join(Hosts.ServerPrefixes, new TcpStackOptions { Name = "at0" }), network.Join(Hosts.ClientPrefixes));
        server.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), Backlog = 7 });
        for (var i = 0; i < 5; i++)
        {
            client.Connect("10.1.0.1:80", "10.2.0.1:0", new Talker(1000, 1000));
        }

        network.Run(TimeSpan.FromSeconds(5));

        var scrape = Scrape.Of(PrometheusText.Of(await server.Stack.ReadAsync(), "at0"));
        Assert.All(CounterCatalog.All, counter => Assert.Equal(server.Stack.Count(counter.Counter), scrape[$"actortcp_{counter.Name}_total{{device=\"at0\"}}"]));
        Assert.Equal(5, scrape["actortcp_established_total{device=\"at0\"}"]);
        Assert.Equal(5, scrape["actortcp_transitions_total{device=\"at0\",from=\"SYN-RECEIVED\",cause=\"ack_of_syn_arrives\",to=\"ESTABLISHED\"}"]);
        Assert.Equal((16384, 7, 0), (scrape["actortcp_half_open_limit{device=\"at0\",port=\"80\"}"], scrape["actortcp_accept_queue_limit{device=\"at0\",port=\"80\"}"], scrape["actortcp_pressure{device=\"at0\",port=\"80\"}"]));
        Assert.Equal((5, 1), (scrape["actortcp_uptime_seconds{device=\"at0\"}"], scrape["actortcp_shards{device=\"at0\"}"]));
    }

    [Fact]
    public async Task Tells_drops_by_their_reason_and_connections_by_their_state()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.SendsDamaged(Text("x", seq: 1, ack: 1));

        var scrape = await ScrapeAsync(stack);
        Assert.Equal((1, 0), (scrape["actortcp_unsound_packets_total{device=\"\",reason=\"bad_tcp_checksum\"}"], scrape["actortcp_unsound_packets_total{device=\"\",reason=\"fragment\"}"]));
        Assert.Equal((1, 0), (scrape["actortcp_connections{device=\"\",state=\"ESTABLISHED\"}"], scrape["actortcp_connections{device=\"\",state=\"TIME-WAIT\"}"]));
    }

    [Fact]
    public async Task Adds_the_buckets_of_a_histogram_up()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        foreach (var milliseconds in (int[])[2, 20, 20, 3000])   // the last one's SYN-ACK is sent again: what it took is not known
        {
            var peer = stack.Peer($"10.9.0.1:{1000 + stack.Count(Counter.SynsIn)}");
            peer.Sends(Syn(seq: 0));
            stack.Advance(TimeSpan.FromMilliseconds(milliseconds));
            peer.Receives();
            peer.Sends(Ack(seq: 1, ack: 1));
        }

        var scrape = await ScrapeAsync(stack);
        Assert.Equal((0, 1, 1, 3, 3), (Bucket("0.001"), Bucket("0.0025"), Bucket("0.01"), Bucket("0.025"), Bucket("+Inf")));
        Assert.Equal((3, 0.042), (scrape["actortcp_handshake_duration_seconds_count{device=\"\"}"], scrape["actortcp_handshake_duration_seconds_sum{device=\"\"}"]));

        double Bucket(string bound) => scrape[$"actortcp_handshake_duration_seconds_bucket{{device=\"\",le=\"{bound}\"}}"];
    }

    [Fact]
    public async Task Escapes_what_would_end_a_label()
    {
        var reading = await new LoneStack().Stack.ReadAsync();
        var scrape = Scrape.Of(PrometheusText.Of(reading, "a\"b\\c\nd"));
        Assert.All(scrape.Samples.Where(sample => !IsOfTheProcess(sample)), sample => Assert.Equal("a\"b\\c\nd", sample.Labels["device"]));
    }

    [Fact]
    public async Task Tells_of_the_process_by_the_names_that_every_process_has()
    {
        var scrape = await ScrapeAsync(new LoneStack());
        Assert.Equal(["process_cpu_seconds_total", "process_resident_memory_bytes", "process_start_time_seconds"], scrape.Samples.Where(IsOfTheProcess).Select(sample => sample.Name));
        Assert.InRange(scrape["process_cpu_seconds_total"], 0.01, Environment.CpuUsage.TotalTime.TotalSeconds);
        Assert.InRange(scrape["process_resident_memory_bytes"], 1e6, 1e11);
        Assert.InRange(TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() - scrape["process_start_time_seconds"], -1, 3600);
    }

    [Fact]
    public async Task Has_a_line_for_a_port_however_many_listeners_share_it()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Prefixes = [System.Net.IPNetwork.Parse("10.1.0.0/24")], Backlog = 3 });
        stack.Listen(new ListenOptions { Port = 80, Prefixes = [System.Net.IPNetwork.Parse("10.1.1.0/24")], Backlog = 4 });
        Assert.Equal(7, (await ScrapeAsync(stack))["actortcp_accept_queue_limit{device=\"\",port=\"80\"}"]);
    }

    private static bool IsOfTheProcess(ScrapedSample sample) => sample.Name.StartsWith("process_", StringComparison.Ordinal);

    private static async Task<Scrape> ScrapeAsync(LoneStack stack) => Scrape.Of(PrometheusText.Of(await stack.Stack.ReadAsync(), stack.Stack.Options.Name));
}
