using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>As <see cref="ATransfer"/>, but the kernel and the daemon hand each other many segments at a time, without checksums.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class AnOffloadedTransfer : IDisposable
{
    private readonly RoutedNetwork _network;

    public AnOffloadedTransfer()
    {
        Needs.Namespaces();
        Needs.Command("python3");
        Needs.Command("nft");
        _network = new RoutedNetwork(segments: false);
        _network.Client.Patience = TimeSpan.FromSeconds(120);
    }

    public void Dispose() => _network.Dispose();

    [Theory]
    [InlineData("10.77.0.1", 0)]
    [InlineData("fd77::1", 0)]
    [InlineData("10.77.0.1", 2)]
    [InlineData("fd77::1", 2)]
    public void Of_a_hundred_megabytes_each_way_arrives_as_it_was_sent(string address, int percentLost)
    {
        var daemon = Daemon.Start(_network.Router);
        _network.Lose(percentLost);

        var result = _network.Client.Run("python3", ClientScript.Path("transfer.py"), address, "7", "100").MustSucceed();

        TestContext.Current.TestOutputHelper?.WriteLine(result.Output);
        Assert.StartsWith("SAME 100 MB", result.Output, StringComparison.Ordinal);
        var end = daemon.Stop();
        Assert.InRange(end[Counter.SuperSegmentsIn], 100, long.MaxValue);
        Assert.InRange(end[Counter.SuperSegmentsOut], 100, long.MaxValue);
        Assert.Equal(0, end[Counter.EstablishedResets]);
        Assert.Equal(percentLost > 0, end[Counter.SegmentsRetransmitted] > 100);
    }

    [Fact]
    public void Is_none_when_the_user_wants_none()
    {
        var daemon = Daemon.Start(_network.Router, "--no-offload");

        _network.Client.Run("python3", ClientScript.Path("transfer.py"), "10.77.0.1", "7", "10").MustSucceed();

        var end = daemon.Stop();
        Assert.Equal(0, end[Counter.SuperSegmentsIn] + end[Counter.SuperSegmentsOut]);
        Assert.Equal(1, end[Counter.ShardsWithoutOffload]);
    }
}
