using ActorTcp.Fuzzing;

namespace ActorTcp.Tests.Fuzzing;

/// <summary>The short form of <c>tests/fuzz packets</c> and <c>tests/fuzz handshakes</c>.</summary>
public sealed class LongRandomRuns
{
    [Theory, InlineData(1), InlineData(2)]
    public void Hostile_packets_leave_nothing_behind(int seed)
    {
        var siege = new PacketSiege(seed);
        siege.Run(PacketSiege.Length);
        Assert.Empty(siege.Leftovers());
        Assert.True(siege.Tally.Established > PacketSiege.Length / 100, siege.Tally.ToString());
    }

    [Theory, InlineData(1), InlineData(2)]
    public void Both_ends_of_each_connection_over_a_bad_network_agree_on_how_it_ended(int seed) => Assert.Empty(new HandshakeRound(seed, 3000).Run());
}
