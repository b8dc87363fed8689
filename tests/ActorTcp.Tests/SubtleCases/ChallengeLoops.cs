using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>RFC 5961 §7: two stacks that each find the other's acknowledgment unacceptable would answer one another for ever.</summary>
public sealed class ChallengeLoops
{
    [Fact]
    [SubtleCase(26)]
    public void Between_two_stacks_out_of_step_end_by_themselves()
    {
        var one = Connected(100, 300).A;
        var other = Connected(50_000_000, 90_000_000).B;
        var answers = 0;
        one.Arrives(Ack(seq: 7, ack: 7).Absolute(default, default));

        for (Machine from = one, to = other; from.Sent.Count > 0; (from, to) = (to, from), answers++)
        {
            to.Arrives(TwoPeers.Take(from));
        }

        Assert.Equal(2 * ConnectionSettings.Default.Challenges, answers);
        Assert.Equal((Established, Established), (one.Tcb.State, other.Tcb.State));
    }

    private static TwoPeers Connected(uint issOfA, uint issOfB)
    {
        var peers = new TwoPeers(issOfA, issOfB, new ConnectionSettings { Timestamps = false });
        peers.B.Call(OpenCall.Passive);
        peers.A.Call(OpenCall.Active);
        peers.Exchange();
        return peers;
    }
}
