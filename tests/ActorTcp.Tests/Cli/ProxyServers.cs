using ActorTcp.Cli;

namespace ActorTcp.Tests.Cli;

/// <summary>What may stand behind <c>proxy:</c>.</summary>
public sealed class ProxyServers
{
    [Theory]
    [InlineData("127.0.0.1:8080", "127.0.0.1", 8080)]
    [InlineData("127.0.0.1", "127.0.0.1", null)]
    [InlineData("[::1]:8080", "::1", 8080)]
    [InlineData("[::1]", "::1", null)]
    [InlineData("web.example:443", "web.example", 443)]
    public void Have_a_host_and_perhaps_a_port(string text, string host, int? port) =>
        Assert.Equal((host, (ushort?)port), ProxySettings.Server(text));

    [Theory, InlineData(""), InlineData(":80"), InlineData("host:0"), InlineData("host:65536"), InlineData("a host:80")]
    public void Are_refused_otherwise(string text) => Assert.Throws<FormatException>(() => ProxySettings.Server(text));
}
