using ActorTcp.Cli;

namespace ActorTcp.Tests.Cli;

/// <summary>Bad input is exit code 2 and a message that says where it stands and what would be valid.</summary>
public sealed class BadInput
{
    private const string Names = "echo, discard, daytime, chargen, http, close, hello:TEXT, proxy:HOST[:PORT].";

    [Theory]
    [InlineData("--service 80=ftp", $"--service 80=ftp: unknown service 'ftp'. Valid: {Names}")]
    [InlineData("--service 80", $"--service 80: Valid: PORT=SERVICE with one of {Names}")]
    [InlineData("--service x=echo", "--service x=echo: 'x' is no port. Valid: 1 to 65535, or 0 for every other port.")]
    [InlineData("--service 65536=echo", "--service 65536=echo: '65536' is no port. Valid: 1 to 65535, or 0 for every other port.")]
    [InlineData("--service 80=hello", "--service 80=hello: hello of what? Valid: 80=hello:TEXT.")]
    [InlineData("--service 80=echo:x", "--service 80=echo:x: echo takes no text. Valid: 80=echo.")]
    [InlineData("--service 80=proxy", "--service 80=proxy: proxy of what? Valid: 80=proxy:HOST[:PORT].")]
    [InlineData("--service 80=proxy:a:b", "--service 80=proxy:a:b: 'b' is no port. Valid: HOST:PORT such as 127.0.0.1:8080 or [::1]:8080, or HOST alone for the port that the client asks for.")]
    [InlineData("--accept-when ready", "--accept-when ready: Valid: handshake-done, upstream-connected.")]
    [InlineData("--service 80=echo 80=http", "--service: port 80 has echo and http, but can have one service.")]
    [InlineData("--shards 0", "--shards 0: Valid: 1 to 256.")]
    [InlineData("--shards many", "--shards many: Valid: 1 to 256.")]
    [InlineData("--mtu 67", "--mtu 67: Valid: 68 to 65535.")]
    [InlineData("--mtu 1279 --prefix fd77::/64", "--mtu 1279: IPv6 needs 1280 at least (RFC 8200 §5).")]
    [InlineData("--drain soon", "--drain soon: Valid: seconds from 0 to 86400, such as 10 or 0.5.")]
    [InlineData("--policy hope", "--policy hope: Valid: textbook, recycle, short-timer, syn-cache, cookies, hybrid.")]
    [InlineData("--congestion reno", "--congestion reno: Valid: new-reno, cubic.")]
    [InlineData("--ecn on", "--ecn on: Valid: off, when-asked, ask.")]
    [InlineData("--mtu-probing 1", "--mtu-probing 1: Valid: off, on-black-hole, always.")]
    [InlineData("--flood-enter 10 --flood-leave 20", "--flood-leave 20 % is more than --flood-enter 10 %: a port would waver between calm and pressure.")]
    [InlineData("--cookie-rotation 0", "--cookie-rotation 0: Valid: 1 to 3600.")]
    [InlineData("--cookie-key-file /dev/null", "--cookie-key-file /dev/null: Valid: a file with 32 hexadecimal digits or more; this one has 0. One is made by: openssl rand -hex 16")]
    [InlineData("--fast-open yes", "--fast-open yes: Valid: 0 to 1000000.")]
    [InlineData("--fast-open-rotation 0", "--fast-open-rotation 0: Valid: 1 to 31536000.")]
    [InlineData("--fast-open-key-file /dev/null", "--fast-open-key-file /dev/null: Valid: a file with 32 hexadecimal digits or more; this one has 0. One is made by: openssl rand -hex 16")]
    [InlineData("--otlp localhost:4318", "--otlp localhost:4318: Valid: http:// or https:// with a host, such as http://localhost:4318.")]
    [InlineData("--page-reports /nowhere", "--page-reports /nowhere: Valid: a folder that exists.")]
    [InlineData("--host-address here", "--host-address here: Valid: addresses such as 10.76.0.1 or fd76::1, or alone 'auto' or 'none'.")]
    public void An_option_is_cited(string line, string message) =>
        Assert.Equal(message, Serve.Refusal(line.Contains("--prefix", StringComparison.Ordinal) ? line : $"{line} --prefix 10.77.0.0/16"));

    [Theory]
    [InlineData("10.77.1.0/16", "the address has bits beyond the prefix. Did you mean 10.77.0.0/16?")]
    [InlineData("fd77::1/64", "the address has bits beyond the prefix. Did you mean fd77::/64?")]
    [InlineData("10.77.0.0", "not a prefix. Valid: ADDRESS/LENGTH, such as 10.77.0.0/16 or fd77::/64.")]
    [InlineData("10.77.0.0/33", "not a prefix. Valid: ADDRESS/LENGTH, such as 10.77.0.0/16 or fd77::/64.")]
    [InlineData("example.org/16", "not a prefix. Valid: ADDRESS/LENGTH, such as 10.77.0.0/16 or fd77::/64.")]
    public void A_prefix_is_one_or_it_is_said_what_is_wrong(string prefix, string message) =>
        Assert.Equal($"--prefix {prefix}: {message}", Serve.Refusal($"--prefix {prefix}"));

    [Fact]
    public void A_prefix_is_missed_unless_there_are_to_be_no_routes()
    {
        Assert.StartsWith("--prefix is missing: ", Serve.Refusal(""), StringComparison.Ordinal);
        Assert.Empty(Serve.Options("--no-routes").Prefixes);
    }

    [Fact]
    public void A_variable_is_cited() =>
        Assert.Equal("ACTORTCP_SHARDS=x: Valid: 1 to 256.", Serve.Refusal("--no-routes", null, ("ACTORTCP_SHARDS", "x")));

    [Theory]
    [InlineData("""{ "shard": 1 }""", "unknown key 'shard'. Valid: tun, prefix, service, shards, queue-length, mtu, no-offload, host-address, no-routes, policy, half-open-limit, "
        + "half-open-memory, flood-enter, flood-leave, flood-hold-down, syns-per-source, syns-per-prefix, syn-acks-per-second, resets-per-second, cookie-rotation, "
        + "cookie-key-file, fast-open, fast-open-rotation, fast-open-key-file, backlog, congestion, ecn, mtu-probing, accept-when, upstream-timeout, upstream-in-flight, proxy-header, drain, control, event-log, event-rate, status, page, page-token-file, page-reports, otlp.")]
    [InlineData("""{ "shards": 0 }""", "shards 0: Valid: 1 to 256.")]
    [InlineData("""{ "no-routes": "perhaps" }""", "no-routes perhaps: Valid: true, false.")]
    [InlineData("""{ "shards": [1] }""", "shards [1]: must be a string, number or true/false.")]
    [InlineData("""{ "prefix": [{}] }""", "prefix {}: must be a string, number or true/false, or an array of them.")]
    [InlineData("""[]""", """must be one JSON object, such as { "prefix": ["10.77.0.0/16"] }.""")]
    public void A_file_is_cited(string file, string message) => Assert.EndsWith($": {message}", Serve.Refusal("--prefix 10.77.0.0/16", file), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_JSON_is_said_where() => Assert.Contains(", line 2: not JSON. ", Serve.Refusal("", "{\n?"), StringComparison.Ordinal);

    [Fact]
    public void A_file_that_is_not_there_is_named() => Assert.StartsWith("--config /nowhere/at.json: ", Serve.Refusal("--config /nowhere/at.json"), StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "--version")]
    [InlineData(0, "--help")]
    [InlineData(0, "serve", "--help")]
    [InlineData(2)]
    [InlineData(2, "srve")]
    [InlineData(2, "serve", "--shrads", "1")]
    [InlineData(2, "serve", "--tun")]
    [InlineData(2, "serve", "--prefix", "nonsense")]
    public async Task The_exit_code_tells_bad_input_from_good(int code, params string[] args) =>
        Assert.Equal(code, await new ActorTcpCommand().RunAsync(args));
}
