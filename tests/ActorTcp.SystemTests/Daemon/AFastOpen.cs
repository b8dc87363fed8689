using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>TCP Fast Open (RFC 7413) with clients of the kernel.</summary>
public sealed class AFastOpen : InANamespace
{
    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void By_a_kernel_client_is_answered_on_the_syn_the_second_time(string address)
    {
        Needs.Command("python3");
        Allow();
        var daemon = Daemon.Start(Namespace, "--fast-open", "16");

        var heard = Namespace.Run("python3", ClientScript.Path("fastopen.py"), address, "7").MustSucceed();

        Assert.Equal("first after the handshake\nsecond on the SYN\n", heard.Output);
        var end = daemon.Stop();
        Assert.Equal((1, 1), (end[Counter.FastOpenCookieRequests], end[Counter.FastOpenPassive]));
    }

    [Fact]
    public void Is_not_offered_by_default()
    {
        Needs.Command("python3");
        Allow();
        var daemon = Daemon.Start(Namespace);

        var heard = Namespace.Run("python3", ClientScript.Path("fastopen.py"), "10.77.0.1", "7").MustSucceed();

        Assert.Equal("first after the handshake\nsecond after the handshake\n", heard.Output);
        Assert.Equal(0, daemon.Stop()[Counter.FastOpenPassive]);
    }

    [Fact]
    public void By_curl_fetches_a_page()
    {
        Needs.Command("curl");
        Allow();
        var daemon = Daemon.Start(Namespace, "--fast-open", "16");

        for (var i = 0; i < 2; i++)
        {
            var page = Namespace.Run("curl", "-sS", "--tcp-fastopen", "--max-time", "10", "-w", "status %{http_code}\n", "http://10.77.0.1/").MustSucceed();
            Assert.EndsWith("status 200\n", page.Output, StringComparison.Ordinal);
        }

        Assert.Equal(1, daemon.Stop()[Counter.FastOpenPassive]);
    }

    /// <summary>Client and server, in this namespace only.</summary>
    private void Allow() => Namespace.Run("sh", "-c", "echo 3 > /proc/sys/net/ipv4/tcp_fastopen").MustSucceed();
}
