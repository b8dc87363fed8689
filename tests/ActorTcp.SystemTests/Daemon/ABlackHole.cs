using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>RFC 4821 with a kernel behind a path that drops large packets without a word.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class ABlackHole : IDisposable
{
    private readonly RoutedNetwork _network;

    public ABlackHole()
    {
        Needs.Namespaces();
        Needs.Command("python3");
        Needs.Command("nft");
        _network = new RoutedNetwork();
        _network.Client.Patience = TimeSpan.FromSeconds(60);
    }

    public void Dispose() => _network.Dispose();

    [Theory, InlineData("10.77.0.1"), InlineData("fd77::1")]
    public void Is_found_out_and_the_transfer_goes_on_in_smaller_packets(string address)
    {
        var daemon = Daemon.Start(_network.Router);
        _network.Swallow(longerThan: 1350);

        var result = _network.Client.Run("python3", ClientScript.Path("transfer.py"), address, "7", "5").MustSucceed();

        var end = daemon.Stop();
        TestContext.Current.TestOutputHelper?.WriteLine(result.Output);
        Assert.StartsWith("SAME 5 MB", result.Output, StringComparison.Ordinal);
        Assert.InRange(end[Counter.BlackHoles], 1, 3);
        Assert.InRange(end[Counter.MtuProbesArrived], 1, 10);
        Assert.InRange(end[Counter.MtuProbesLost], 1, 10);
    }
}
