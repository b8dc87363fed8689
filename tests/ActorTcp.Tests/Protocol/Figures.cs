using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293, Figures 6 to 13, line by line with the RFC's numbers, between two machines.</summary>
public sealed class Figures
{
    [Fact, Rule("RFC 9293", "Figure 6")]
    public void Figure_6_basic_three_way_handshake()
    {
        var peers = Connecting(100, 300);

        Assert.Equal("<SEQ=100><CTL=SYN>", peers.AtoB());
        Assert.Equal((SynSent, SynReceived), peers.States);
        Assert.Equal("<SEQ=300><ACK=101><CTL=SYN,ACK>", peers.BtoA());
        Assert.Equal((Established, SynReceived), peers.States);
        Assert.Equal("<SEQ=101><ACK=301><CTL=ACK>", peers.AtoB());
        Assert.Equal((Established, Established), peers.States);

        peers.A.Send(Octets.Of("hello"));
        Assert.Equal("<SEQ=101><ACK=301><DATA=5><CTL=ACK>", peers.AtoB());
    }

    [Fact, Rule("RFC 9293", "Figure 7"), Rule("RFC 9293", "MUST-10")]
    [SubtleCase(1)]
    public void Figure_7_simultaneous_connection_synchronization()
    {
        var peers = new TwoPeers(100, 300);
        peers.A.Call(OpenCall.Active);
        peers.B.Call(OpenCall.Active);

        Assert.Equal("<SEQ=300><CTL=SYN>", peers.BtoA());
        Assert.Equal((SynReceived, SynSent), peers.States);
        Assert.Equal("<SEQ=100><CTL=SYN>", peers.AtoB());
        Assert.Equal((SynReceived, SynReceived), peers.States);
        Assert.Equal("<SEQ=300><ACK=101><CTL=SYN,ACK>", peers.BtoA());
        Assert.Equal((Established, SynReceived), peers.States);
        Assert.Equal("<SEQ=100><ACK=301><CTL=SYN,ACK>", peers.AtoB());
        Assert.Equal((Established, Established), peers.States);
        Assert.Empty(peers.A.Sent);
        Assert.Empty(peers.B.Sent);
    }

    [Fact]
    public void A_simultaneous_open_survives_the_loss_of_a_syn_ack()
    {
        var peers = new TwoPeers(100, 300);
        peers.A.Call(OpenCall.Active);
        peers.B.Call(OpenCall.Active);
        peers.BtoA();
        peers.AtoB();
        TwoPeers.Take(peers.A);                                                       // lost
        peers.BtoA();
        Assert.Equal((Established, SynReceived), peers.States);

        peers.B.Advance(1.Seconds());
        Assert.Equal("<SEQ=300><ACK=101><CTL=SYN,ACK>", peers.BtoA());
        Assert.Equal("<SEQ=101><ACK=301><CTL=ACK>", peers.AtoB());
        Assert.Equal((Established, Established), peers.States);
    }

    [Fact, Rule("RFC 9293", "Figure 8")]
    [SubtleCase(8)]
    public void Figure_8_recovery_from_old_duplicate_syn()
    {
        var peers = Connecting(100, 300);

        Assert.Equal("<SEQ=90><CTL=SYN>", TwoPeers.Arrives(peers.B, Syn(90)));        // an old duplicate
        Assert.Equal((SynSent, SynReceived), peers.States);
        Assert.Equal("<SEQ=300><ACK=91><CTL=SYN,ACK>", peers.BtoA());
        var syn = TwoPeers.Take(peers.A);                                             // on its way, but slow
        Assert.Equal("<SEQ=91><CTL=RST>", peers.AtoB());
        Assert.Equal((SynSent, Listen), peers.States);
        peers.B.Arrives(syn);
        Assert.Equal("<SEQ=300><ACK=101><CTL=SYN,ACK>", peers.BtoA());
        Assert.Equal("<SEQ=101><ACK=301><CTL=ACK>", peers.AtoB());
        Assert.Equal((Established, Established), peers.States);
    }

    [Fact, Rule("RFC 9293", "Figure 9")]
    [SubtleCase(9)]
    public void Figure_9_half_open_connection_discovery()
    {
        var peers = Connected(99, 299);                                               // B expects 100 and sends from 300
        var reborn = new TwoPeers(400, 0).A;                                          // A has crashed and opens again
        reborn.Call(OpenCall.Active);

        peers.B.Arrives(TwoPeers.Take(reborn));                                       // <SEQ=400><CTL=SYN>, B: (!!)
        Assert.Equal("<SEQ=300><ACK=100><CTL=ACK>", Deliver(peers.B, reborn));        // A: (!!)
        Assert.Equal("<SEQ=100><CTL=RST>", Deliver(reborn, peers.B));                 // B: (Abort!!)
        Assert.Equal((SynSent, Closed), (reborn.Tcb.State, peers.B.Tcb.State));

        var again = new TwoPeers(0, 900).B;                                           // B listens again, A's SYN comes again
        again.Call(OpenCall.Passive);
        reborn.Advance(1.Seconds());
        Assert.Equal("<SEQ=400><CTL=SYN>", Deliver(reborn, again));
        Assert.Equal("<SEQ=900><ACK=401><CTL=SYN,ACK>", Deliver(again, reborn));
        Assert.Equal("<SEQ=401><ACK=901><CTL=ACK>", Deliver(reborn, again));
        Assert.Equal((Established, Established), (reborn.Tcb.State, again.Tcb.State));
    }

    [Fact, Rule("RFC 9293", "Figure 10")]
    [SubtleCase(9)]
    public void Figure_10_active_side_causes_half_open_connection_discovery()
    {
        var peers = Connected(99, 299);
        var reborn = new TwoPeers(400, 0).A;                                          // A has crashed; B has text for it
        peers.B.Send(Octets.At(300, 10));

        Assert.Equal("<SEQ=300><ACK=100><DATA=10><CTL=ACK>", Deliver(peers.B, reborn));
        Assert.Equal("<SEQ=100><CTL=RST>", Deliver(reborn, peers.B));
        Assert.Equal(Closed, peers.B.Tcb.State);
        Assert.Equal(Signal.ConnectionReset, peers.B.Signals[^1]);
    }

    [Fact, Rule("RFC 9293", "Figure 11")]
    [SubtleCase(10)]
    public void Figure_11_old_duplicate_syn_initiates_a_reset_on_two_passive_sockets()
    {
        var peers = new TwoPeers(100, 300);
        peers.A.Call(OpenCall.Passive);
        peers.B.Call(OpenCall.Passive);

        TwoPeers.Arrives(peers.B, Syn(700));                                          // <SEQ=Z><CTL=SYN>
        Assert.Equal((Listen, SynReceived), peers.States);
        Assert.Equal("<SEQ=300><ACK=701><CTL=SYN,ACK>", peers.BtoA());
        Assert.Equal("<SEQ=701><CTL=RST>", peers.AtoB());
        Assert.Equal((Listen, Listen), peers.States);
    }

    [Fact, Rule("RFC 9293", "Figure 12")]
    public void Figure_12_normal_close_sequence()
    {
        var peers = Connected(99, 299);

        peers.A.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
        Assert.Equal("<SEQ=100><ACK=300><CTL=FIN,ACK>", peers.AtoB());
        Assert.Equal((FinWait1, CloseWait), peers.States);
        Assert.Equal("<SEQ=300><ACK=101><CTL=ACK>", peers.BtoA());
        Assert.Equal((FinWait2, CloseWait), peers.States);
        peers.B.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
        Assert.Equal("<SEQ=300><ACK=101><CTL=FIN,ACK>", peers.BtoA());
        Assert.Equal((TimeWait, LastAck), peers.States);
        Assert.Equal("<SEQ=101><ACK=301><CTL=ACK>", peers.AtoB());
        Assert.Equal((TimeWait, Closed), peers.States);
        peers.A.Advance(1.Minutes());
        Assert.Equal((Closed, Closed), peers.States);
    }

    [Fact, Rule("RFC 9293", "Figure 13")]
    [SubtleCase(2)]
    public void Figure_13_simultaneous_close_sequence()
    {
        var peers = Connected(99, 299);

        peers.A.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
        peers.B.Call((tcb, fx) => CloseCall.Process(tcb, CloseKind.SendSide, fx));
        Assert.Equal("<SEQ=300><ACK=100><CTL=FIN,ACK>", peers.BtoA());
        Assert.Equal("<SEQ=100><ACK=300><CTL=FIN,ACK>", peers.AtoB());
        Assert.Equal((Closing, Closing), peers.States);
        Assert.Equal("<SEQ=301><ACK=101><CTL=ACK>", peers.BtoA());
        Assert.Equal("<SEQ=101><ACK=301><CTL=ACK>", peers.AtoB());
        Assert.Equal((TimeWait, TimeWait), peers.States);
    }

    /// <summary>A has sent its SYN to B, which listens.</summary>
    private static TwoPeers Connecting(uint issOfA, uint issOfB)
    {
        var peers = new TwoPeers(issOfA, issOfB);
        peers.B.Call(OpenCall.Passive);
        peers.A.Call(OpenCall.Active);
        return peers;
    }

    private static TwoPeers Connected(uint issOfA, uint issOfB)
    {
        var peers = Connecting(issOfA, issOfB);
        peers.Exchange();
        Assert.Equal((Established, Established), peers.States);
        return peers;
    }

    private static string Deliver(Machine from, Machine to)
    {
        var segment = TwoPeers.Take(from);
        to.Arrives(segment);
        return TwoPeers.Describe(segment);
    }
}
