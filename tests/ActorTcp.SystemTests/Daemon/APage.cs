using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>What the daemon serves over HTTP, on the kernel's own sockets beside the stack.</summary>
public sealed class APage : InANamespace
{
    [Fact]
    public void Says_where_it_is_and_that_all_is_well_until_the_daemon_drains()
    {
        Namespace.Run("ip", "link", "set", "lo", "up").MustSucceed();
        var daemon = Daemon.Start(Namespace, "--drain", "60");
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
        daemon.WaitForOutput("PAGE http://127.0.0.1:7070/");
        Assert.Equal("200 200", Health());

        daemon.Signal("TERM");
        daemon.WaitForError("draining 1 ");
        Assert.Equal("200 503", Health());

        client.Dispose();
        Assert.Equal(0, daemon.WaitForExit().ExitCode);
    }

    [Fact]
    public void Is_done_without_where_it_cannot_be_unless_somebody_wants_it()
    {
        Namespace.Run("ip", "link", "set", "lo", "up").MustSucceed();
        Daemon.Start(Namespace).WaitForOutput("PAGE");

        string[] another = ["serve", "--tun", "at1", "--prefix", "10.78.0.0/16"];
        var without = Namespace.Start(Daemon.Program, another);
        without.WaitForError("note: no page at 127.0.0.1:7070: Address already in use", TimeSpan.FromSeconds(20));
        without.Signal("TERM");
        Assert.Equal(0, without.WaitForExit(TimeSpan.FromSeconds(20)).ExitCode);

        var wanted = Namespace.Run(Daemon.Program, [.. another, "--page", "127.0.0.1:7070"]);
        Assert.Equal(1, wanted.ExitCode);
        Assert.Contains("no page at 127.0.0.1:7070: Address already in use", wanted.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_as_the_daemon_does()
    {
        Namespace.Run("ip", "link", "set", "lo", "up").MustSucceed();
        var daemon = Daemon.Start(Namespace);
        daemon.WaitForOutput("PAGE");
        for (var i = 0; i < 5; i++)
        {
            using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
            Assert.Equal("once more", client.Exchange("once more"));
        }

        var scrape = Scrape.Of(Get("/metrics"));
        Assert.Equal(5, scrape["actortcp_established_total{device=\"at0\"}"]);
        Assert.Equal(5, scrape["actortcp_handshake_duration_seconds_count{device=\"at0\"}"]);
        var end = daemon.Stop();
        Assert.All(CounterCatalog.All, each => Assert.InRange(scrape[$"actortcp_{each.Name}_total{{device=\"at0\"}}"], 0, end[each.Counter]));
        Assert.Equal(5, end[Counter.Established]);
    }

    private string Health() => $"{Status("/healthz")} {Status("/readyz")}";

    private string Status(string path) => Curl("--output", "/dev/null", "--write-out", "%{http_code}", $"http://127.0.0.1:7070{path}").Trim();

    private string Get(string path) => Curl("--fail", $"http://127.0.0.1:7070{path}");

    private string Curl(params string[] arguments)
    {
        Needs.Command("curl");
        return Namespace.Run("curl", ["--silent", .. arguments]).MustSucceed().Output;
    }
}
