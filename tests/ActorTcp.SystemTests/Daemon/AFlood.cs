using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 4987 §3 against a kernel's clients: every policy serves them in calm, and the good ones under a flood of spoofed SYNs.</summary>
public sealed class AFlood : InANamespace
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    [Theory]
    [InlineData("textbook")]
    [InlineData("recycle")]
    [InlineData("short-timer")]
    [InlineData("syn-cache")]
    [InlineData("cookies")]
    [InlineData("hybrid")]
    public void That_does_not_come_is_no_trouble_to_any_policy(string policy)
    {
        var daemon = Daemon.Start(Namespace, "--policy", policy);
        for (var i = 1; i <= 20; i++)
        {
            AssertIsServed($"10.77.0.{i}");
            AssertIsServed($"fd77::{i}");
        }

        var end = daemon.Stop();
        Assert.Equal(40, end[Counter.Established]);
        Assert.Equal((policy == "cookies" ? 40 : 0, policy == "syn-cache" ? 40 : 0), (end[Counter.SynCookiesReceived], end[Counter.SynsCached]));
    }

    [Theory]
    [InlineData("syn-cache", Counter.HalfOpenEvicted)]
    [InlineData("cookies", Counter.SynCookiesSent)]
    [InlineData("hybrid", Counter.HalfOpenOverflows)]
    public void Keeps_no_client_out(string policy, Counter atWork)
    {
        const int Clients = 100;
        Needs.Command("python3");
        var daemon = Daemon.Start(Namespace, "--policy", policy, "--half-open-limit", "16384");
        var flood = Namespace.Start("python3", ClientScript.Path("flood.py"), "10.77.0.1", "7", "30000");
        for (var i = 1; i <= Clients; i++)
        {
            AssertIsServed($"10.77.1.{i}");
        }

        Assert.Equal("30000 SYNs sent\n", flood.WaitForExit(Patience).MustSucceed().Output);
        AssertIsServed("10.77.0.1");
        var end = daemon.Stop();
        Assert.InRange(end[atWork], 1, 30_000 + (2 * Clients));
        Assert.Equal(Clients + 1, end[Counter.Established]);
    }

    [Fact]
    public void Finds_the_textbook_without_a_place_for_anybody()
    {
        Needs.Command("python3");
        var daemon = Daemon.Start(Namespace, "--policy", "textbook", "--half-open-limit", "256");
        Namespace.Run("python3", ClientScript.Path("flood.py"), "10.77.0.1", "7", "1000").MustSucceed();

        Assert.ThrowsAny<SocketException>(() => AssertIsServed("10.77.0.1"));
        Assert.InRange(daemon.Stop()[Counter.HalfOpenLimitDrops], 744, 1000);
    }

    private void AssertIsServed(string address)
    {
        using var client = KernelClient.Connect(Namespace, address, 7);
        Assert.Equal("is anybody there", client.Exchange("is anybody there"));
    }
}
