namespace ActorTcp.SystemTests;

/// <summary>The same load on three servers, by both engines.</summary>
public sealed class ALoadOfAServer : IDisposable
{
    private readonly LoadedServers _servers = new();

    public void Dispose() => _servers.Dispose();

    [Fact]
    public void Three_servers_by_two_engines_make_one_table()
    {
        string[] engines = ["kernel", "stack"];
        (string Name, string Target)[] servers =
        [
            ("daemon", $"{LoadedServers.Daemon}:{LoadedServers.HttpPort}"), ("nginx", $"{LoadedServers.Kernel}:{LoadedServers.HttpPort}"),
            ("echo", $"{LoadedServers.Kernel}:{LoadedServers.EchoPort}"),
        ];
        var names = new List<string>();
        foreach (var (name, target) in servers)
        {
            foreach (var engine in engines)
            {
                names.Add($"{name}-{engine}");
                _servers.Load(target, "--engine", engine, "--load", "inject 200/s for 2s", "--fail-if", "failed>0", "--report", _servers.Folder(names[^1])).MustSucceed();
            }
        }

        var compared = _servers.Load(["diff", .. names.Select(_servers.Folder)]).MustSucceed();

        Assert.All(names, name => Assert.Equal((400, 400), (_servers.Result(name).Tally.Started, _servers.Result(name).Tally.Completed)));
        Assert.All(names, name => Assert.Contains(name, compared.Output, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(LoadedServers.Daemon, LoadedServers.HttpPort, "http /")]
    [InlineData(LoadedServers.Kernel, LoadedServers.HttpPort, "http /index.html")]
    [InlineData(LoadedServers.Kernel, LoadedServers.TlsPort, "tls")]
    [InlineData(LoadedServers.Daemon, LoadedServers.EchoPort, "echo 100k, close rst")]
    [InlineData(LoadedServers.Kernel, LoadedServers.EchoPort, "echo 100k")]
    [InlineData(LoadedServers.Kernel, LoadedServers.EchoPort, "send \"x\", hold 100ms, take 1, half-close, take-to-end")]
    [InlineData(LoadedServers.Daemon, 13, "take-until \"\\n\", take-to-end")]
    public void An_exchange_goes_the_same_way_by_both_engines(string address, int port, string exchange)
    {
        foreach (var engine in (string[])["kernel", "stack"])
        {
            _servers.Load($"{address}:{port}", "--engine", engine, "--load", "iterations 50 on 10", "--do", exchange, "--fail-if", "failed>0", "--report", _servers.Folder(engine)).MustSucceed();
            var tally = _servers.Result(engine).Tally;
            Assert.Equal((50, 50, 50), (tally.Completed, tally.Connect.Count, tally.FirstByte.Count));
        }
    }

    [Fact]
    public void A_broken_threshold_is_exit_code_one()
    {
        var end = _servers.Load($"{LoadedServers.Daemon}:7", "--load", "iterations 10 on 1", "--fail-if", "max>1us", "failed>0");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("max>1us", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_port_without_listener_is_refused_and_said_so()
    {
        var end = _servers.Load($"{LoadedServers.Kernel}:9", "--load", "iterations 20 on 5", "--fail-if", "failed>0");

        Assert.Equal(1, end.ExitCode);
        Assert.Contains("refused by RST", end.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_load_reports_what_was_measured()
    {
        var load = _servers.Start($"{LoadedServers.Daemon}:7", "--load", "inject 100/s for 5m", "--report", _servers.Folder("interrupted"));
        load.WaitForError("   2 s", TimeSpan.FromSeconds(30));

        load.Signal("INT");

        load.WaitForExit(TimeSpan.FromSeconds(30)).MustSucceed();
        Assert.InRange(_servers.Result("interrupted").Tally.Completed, 190, 1000);
    }

    [Fact]
    public void Helpers_share_a_load_and_their_results_are_one()
    {
        _servers.Load($"{LoadedServers.Daemon}:7", "--load", "inject 300/s for 2s", "--do", "echo 1", "--processes", "3", "--report", _servers.Folder("shared")).MustSucceed();
        var result = _servers.Result("shared");

        Assert.Equal((600, 600, 600), (result.Tally.Started, result.Tally.Completed, result.Tally.FirstByte.Count));
        Assert.Equal(600, result.Seconds.Sum(second => second.Connected));
        Assert.Contains("3 helper processes", string.Join('\n', result.Notes), StringComparison.Ordinal);
    }
}
