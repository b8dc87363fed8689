using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 3168 with a kernel whose sockets ask for ECN, through a router that marks packets and drops none.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class AMarkedPath : IDisposable
{
    private readonly RoutedNetwork _network;

    public AMarkedPath()
    {
        Needs.Namespaces();
        Needs.Command("python3");
        Needs.Command("nft");
        _network = new RoutedNetwork();
        _network.Client.Patience = TimeSpan.FromSeconds(120);
        _network.Client.Run("sh", "-c", "echo 1 > /proc/sys/net/ipv4/tcp_ecn").MustSucceed();
    }

    public void Dispose() => _network.Dispose();

    [Theory, InlineData("10.77.0.1", "ip"), InlineData("fd77::1", "ip6")]
    public void Slows_both_sides_down_and_loses_nothing(string address, string family)
    {
        var daemon = Daemon.Start(_network.Router);
        _network.Mark(family, percent: 1);

        var result = _network.Client.Run("python3", ClientScript.Path("transfer.py"), address, "7", "20").MustSucceed();

        var (kernel, end) = (KernelCounters.Of(_network.Client), daemon.Stop());
        TestContext.Current.TestOutputHelper?.WriteLine(result.Output);
        Assert.StartsWith("SAME 20 MB", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, end[Counter.EcnConnections]);
        Assert.InRange(end[Counter.CongestionMarksIn], 10, long.MaxValue);
        Assert.InRange(kernel["IpExtInCEPkts"] + kernel["Ip6InCEPkts"], 10, long.MaxValue);
        Assert.InRange(end[Counter.EcnReductions], 5, long.MaxValue);
        Assert.Equal(0, end[Counter.RetransmissionTimeouts]);
    }
}
