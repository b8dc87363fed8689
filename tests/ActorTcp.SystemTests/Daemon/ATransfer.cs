using System.Globalization;
using System.Text.RegularExpressions;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>A hundred megabytes to the daemon and, at the same time, the same back: equal by SHA-256.</summary>
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
        var daemon = Daemon.Start(_network.Router);

        Transfer(address);

        var end = daemon.Stop();
        Assert.Equal(0, end[Counter.EstablishedResets]);
        var kernel = KernelCounters.Of(_network.Client);
        Assert.Equal((kernel["TcpOutSegs"], kernel["TcpInSegs"]), (end[Counter.SegmentsIn], end[Counter.SegmentsOut]));
    }

    [Theory]
    [InlineData("10.77.0.1")]
    public void Survives_that_two_percent_of_the_packets_are_lost_in_both_directions(string address)
    {
        var daemon = Daemon.Start(_network.Router);
        _network.Lose(percent: 2);

        Transfer(address);

        var lost = DroppedPackets();
        var end = daemon.Stop();
        TestContext.Current.TestOutputHelper?.WriteLine($"lost {lost.In} in, {lost.Out} out; {end.Result.Error}");
        Assert.Equal(0, end[Counter.EstablishedResets]);
        Assert.InRange(lost.In, 500, long.MaxValue);
        Assert.InRange(lost.Out, 500, long.MaxValue);
        var kernel = KernelCounters.Of(_network.Client);
        Assert.Equal(kernel["TcpOutSegs"], end[Counter.SegmentsIn] + lost.In);
        Assert.Equal(kernel["TcpInSegs"], end[Counter.SegmentsOut] - lost.Out);
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
