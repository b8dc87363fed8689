using System.Globalization;
using System.Text.RegularExpressions;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>A hundred megabytes to the daemon and, at the same time, the same back, segment by segment: equal by SHA-256.</summary>
[Collection(nameof(HeavyLoad))]
public sealed partial class ATransfer : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly RoutedNetwork _network;

    public ATransfer()
    {
        Needs.Namespaces();
        Needs.Command("python3");
        Needs.Command("nft");
        _network = new RoutedNetwork();
        _network.Client.Patience = Patience;
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public void Of_a_hundred_megabytes_each_way_arrives_as_it_was_sent(string address)
    {
        var daemon = Daemon.Start(_network.Router, "--no-offload");   // each packet is one segment for all who count

        Transfer(address);

        Agree(KernelCounters.Of(_network.Client), daemon.Stop());
    }

    [Theory]
    [InlineData("10.77.0.1", "new-reno")]
    [InlineData("10.77.0.1", "cubic")]
    public void Survives_that_two_percent_of_the_packets_are_lost_in_both_directions(string address, string congestion)
    {
        var daemon = Daemon.Start(_network.Router, "--no-offload", "--congestion", congestion);   // each packet is one segment for all who count
        _network.Lose(percent: 2);

        Transfer(address);

        var lost = DroppedPackets();
        Assert.InRange(lost.In, 500, long.MaxValue);
        Assert.InRange(lost.Out, 500, long.MaxValue);
        Agree(KernelCounters.Of(_network.Client), daemon.Stop(), lost.In, lost.Out);
    }

    /// <summary>What one side has sent, for the first time or again, has reached the other unless the router dropped it.</summary>
    private static void Agree(KernelCounters kernel, DaemonEnd daemon, long lostIn = 0, long lostOut = 0)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"lost {lostIn} in, {lostOut} out; repeated {kernel["TcpRetransSegs"]} in, {daemon[Counter.SegmentsRetransmitted]} out");
        Assert.Equal(0, daemon[Counter.EstablishedResets]);
        Assert.Equal(kernel["TcpOutSegs"] + kernel["TcpRetransSegs"], daemon[Counter.SegmentsIn] + lostIn);
        Assert.Equal(kernel["TcpInSegs"], daemon[Counter.SegmentsOut] + daemon[Counter.SegmentsRetransmitted] - lostOut);
    }

    private void Transfer(string address)
    {
        var result = _network.Client.Run("python3", ClientScript.Path("transfer.py"), address, "7", "100").MustSucceed();
        TestContext.Current.TestOutputHelper?.WriteLine(result.Output);
        Assert.StartsWith("SAME 100 MB", result.Output, StringComparison.Ordinal);
    }

    private (long In, long Out) DroppedPackets()
    {
        var counts = Packets().Matches(_network.Router.Run("nft", "list", "ruleset").MustSucceed().Output)
            .Select(match => long.Parse(match.Groups["count"].Value, CultureInfo.InvariantCulture)).ToArray();
        return (counts[0], counts[1]);
    }

    [GeneratedRegex(@"packets (?<count>\d+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Packets();
}
