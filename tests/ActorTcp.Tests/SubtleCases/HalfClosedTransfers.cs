using ActorTcp.Testing;
using ActorTcp.Tests.Stack;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>RFC 9293 §3.6: "a user who CLOSEs may continue to RECEIVE until the TCP receiver is told that the remote peer has CLOSED also".</summary>
public sealed class HalfClosedTransfers
{
    [Fact]
    [SubtleCase(28)]
    public void Go_on_for_as_long_as_the_other_side_has_text()
    {
        var network = new VirtualNetwork(seed: 28, LinkQuality.Stormy with { Loss = 0.01 });
        var (server, client) = (network.Join(Hosts.ServerPrefixes), network.Join(Hosts.ClientPrefixes));
        var (answers, asks) = (new Talker(1_000_000, 0) { ClosesFirst = false }, new Talker(0, 1_000_000));
        server.Listen(80, answers);
        client.Connect("10.1.0.1:80", "10.2.0.1:0", asks);

        network.Run(() => answers.Ends + asks.Ends == 2);

        Assert.Empty(answers.Faults.Concat(asks.Faults));
    }
}
