using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>Thousands of kernel connections, all open at once, echoing octets by their place; and both sides count the same.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class ACrowd : IDisposable
{
    private static readonly string[] KernelTroubles =
        ["TcpRetransSegs", "TcpEstabResets", "TcpOutRsts", "TcpInErrs", "TcpAttemptFails", "TcpExtTCPTimeouts"];

    private static readonly Counter[] Troubles =
    [
        Counter.SegmentsRetransmitted, Counter.SynAcksRetransmitted, Counter.ResetsOut, Counter.ResetsIn, Counter.EstablishedResets,
        Counter.DevicePressure, Counter.DeviceRefusals, Counter.ActorFailures,
    ];

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);

    private readonly TestNamespace _namespace;

    public ACrowd()
    {
        Needs.Namespaces();
        Needs.Command("python3");
        Needs.Command("ss");
        Needs.Command("nstat");
        Needs.OpenFiles(10_100);
        _namespace = TestNamespace.Create();
    }

    public void Dispose() => _namespace.Dispose();

    [Fact]
    public void Of_ten_thousand_loses_nothing_and_the_kernel_has_counted_the_same() => Converse(10_000);

    [Fact]
    public void Of_two_thousand_finds_its_way_to_two_shards()
    {
        var end = Converse(2_000, "--shards", "2");

        // The kernel knows a flow's queue only after an answer: first segments reach the other shard and are handed over.
        Assert.InRange(end[Counter.HandedOver], 1, 2_000 * 20);
    }

    private DaemonEnd Converse(int count, params ReadOnlySpan<string> arguments)
    {
        var daemon = Daemon.Start(_namespace, arguments);
        var crowd = _namespace.Start("python3", ClientScript.Path("crowd.py"), $"{count}", "7", Daemon.Prefix, Daemon.PrefixV6);
        crowd.WaitForOutput("OPEN", Patience);

        Assert.Equal(count, _namespace.Run("ss", "-tnH", "state", "established").MustSucceed().Output.Split('\n').Length - 1);

        crowd.Input.WriteLine();
        crowd.Input.Flush();
        var result = crowd.WaitForExit(Patience).MustSucceed();
        TestContext.Current.TestOutputHelper?.WriteLine(result.Output);
        var end = daemon.Stop();
        Agree(KernelCounters.Of(_namespace), end, count);
        return end;
    }

    /// <summary>Nothing was lost, repeated or reset, and what one side has sent the other has received.</summary>
    private static void Agree(KernelCounters kernel, DaemonEnd daemon, int count)
    {
        Assert.Equal(0, daemon.ExitCode);
        Assert.Equal(count, kernel["TcpActiveOpens"]);
        Assert.Equal(count, daemon[Counter.PassiveOpens]);
        Assert.Equal(count, daemon[Counter.Established]);
        Assert.All(KernelTroubles, name => Assert.True(kernel[name] == 0, $"{name} {kernel[name]}\n{daemon}"));
        Assert.All(Troubles, counter => Assert.True(daemon[counter] == 0, $"{counter} {daemon[counter]}\n{daemon}"));
        Assert.Equal(kernel["TcpOutSegs"], daemon[Counter.SegmentsIn]);
        Assert.Equal(kernel["TcpInSegs"], daemon[Counter.SegmentsOut]);
    }
}
