using ActorTcp.Cli;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary>SIGHUP: what may change holds from then on, what may not is named and left, and a file that cannot be changes nothing.</summary>
public sealed class AReload
{
    private const string Before = """{ "prefix": ["10.77.0.0/16"], "policy": "hybrid", "syns-per-source": 5 }""";

    private readonly StringWriter _error = new();
    private readonly TcpListener _listener = new LoneStack().Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
    private string _file = Before;

    [Fact]
    public async Task Changes_every_limit_of_the_ports()
    {
        var reloading = Start();
        _file = """
            {
              "prefix": ["10.77.0.0/16"], "policy": "syn-cache", "half-open-limit": 5, "half-open-memory": 100000, "flood-enter": 60, "flood-leave": 10, "flood-hold-down": 2.5,
              "syns-per-source": 7, "syns-per-prefix": 8, "syn-acks-per-second": 9, "fast-open": 4, "backlog": 6, "drain": 3
            }
            """;
        Assert.Equal("reloaded, 12 changed", await reloading.ReloadAsync());
        var limits = _listener.Limits;
        Assert.Equal((HalfOpenPolicy.SynCache, 5, 100_000), (limits.Policy, limits.HalfOpenLimit, limits.HalfOpenMemory));
        Assert.Equal((0.6, 0.1, 2.5), (limits.Flood.Enter, limits.Flood.Leave, limits.Flood.HoldDown.TotalSeconds));
        Assert.Equal((7, 8, 9, 4, 6), (limits.Budgets!.PerSource, limits.Budgets.PerPrefix, limits.SynAcksPerSecond, limits.FastOpenLimit, limits.Backlog));
        Assert.Equal(3.Seconds(), reloading.Drain);
    }

    [Fact]
    public async Task Says_what_changes_and_names_what_waits_for_the_next_start()
    {
        var reloading = Start();
        _file = """{ "prefix": ["10.78.0.0/16"], "policy": "cookies", "syns-per-source": 5, "shards": 1, "page": "127.0.0.1:7071" }""";
        Assert.Equal("reloaded, 1 changed, 2 to change at the next start", await reloading.ReloadAsync());
        Assert.Equal("note: policy: hybrid becomes cookies\nwarning: prefix: 10.77.0.0/16 becomes 10.78.0.0/16 only when the daemon starts again\nwarning: page: the default becomes 127.0.0.1:7071 only when the daemon starts again\n", _error.ToString());
    }

    [Fact]
    public async Task Says_again_what_still_waits_and_not_what_has_changed()
    {
        var reloading = Start();
        _file = """{ "prefix": ["10.78.0.0/16"], "policy": "cookies", "syns-per-source": 5 }""";
        await reloading.ReloadAsync();
        Assert.Equal("reloaded, 0 changed, 1 to change at the next start", await reloading.ReloadAsync());
    }

    [Theory]
    [InlineData("""{ "prefix": ["10.77.0.0/16"], "policy": "none" }""", "policy none: Valid: textbook")]
    [InlineData("""{ "prefix": ["10.77.0.0/16"], "polcy": "cookies" }""", "unknown key 'polcy'")]
    [InlineData("""{ "prefix": """, "not JSON")]
    public async Task Of_a_file_that_cannot_be_changes_nothing(string file, string why)
    {
        var reloading = Start();
        var limits = _listener.Limits;
        _file = file;
        await reloading.ReloadAsync();
        Assert.StartsWith("error: not reloaded, all stays as it was: ", _error.ToString(), StringComparison.Ordinal);
        Assert.Contains(why, _error.ToString(), StringComparison.Ordinal);
        Assert.Equal(limits, _listener.Limits);
    }

    [Fact]
    public async Task Sees_that_the_content_of_a_key_file_is_another_and_does_not_show_it()
    {
        using var key = new TemporaryFile("000102030405060708090a0b0c0d0e0f");
        _file = $$"""{ "no-routes": true, "cookie-key-file": "{{key.Path}}" }""";
        var reloading = Start();
        await File.WriteAllTextAsync(key.Path, "ff0102030405060708090a0b0c0d0e0f", TestContext.Current.CancellationToken);
        await reloading.ReloadAsync();
        Assert.Equal($"warning: cookie-key-file: {key.Path} has another content, which is read only when the daemon starts again\n", _error.ToString());
    }

    private Reloading Start() => new(Read(), Read, [_listener], new Systemd(socket: null, watchdog: null, _error), _error);

    private ServeOptions Read() => Serve.Options("", _file);
}
