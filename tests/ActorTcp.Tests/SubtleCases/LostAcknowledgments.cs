using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>RFC 9293 §3.5 and §3.6: what opens and what closes a connection may be lost, and comes again.</summary>
public sealed class LostAcknowledgments
{
    [Fact]
    [SubtleCase(14)]
    public void A_lost_syn_ack_comes_again_and_the_connection_opens()
    {
        var peers = new TwoPeers(100, 300);
        peers.B.Call(OpenCall.Passive);
        peers.A.Call(OpenCall.Active);
        peers.AtoB();
        TwoPeers.Take(peers.B);

        peers.B.Advance(1.Seconds());
        peers.Exchange();

        Assert.Equal((Established, Established), peers.States);
    }

    [Fact]
    [SubtleCase(31)]
    public void The_ack_of_a_fin_is_lost_in_LAST_ACK_and_the_fin_comes_again()
    {
        var peers = new TwoPeers(100, 300);
        peers.B.Call(OpenCall.Passive);
        peers.A.Call(OpenCall.Active);
        peers.Exchange();
        peers.A.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
        peers.Exchange();
        peers.B.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
        peers.BtoA();
        TwoPeers.Take(peers.A);
        Assert.Equal((TimeWait, LastAck), peers.States);

        peers.B.Advance(1.Seconds());
        Assert.Contains("FIN", peers.BtoA(), StringComparison.Ordinal);
        peers.AtoB();

        Assert.Equal((TimeWait, Closed), peers.States);
    }
}
