using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 3168 §6.1.1: ECN is agreed upon when both SYNs say so: ECE and CWR on the first, ECE alone on the answer.</summary>
internal static class EcnSetup
{
    private const ControlBits Both = ControlBits.Ece | ControlBits.Cwr;

    /// <summary>The bits for our SYN; in SYN-RECEIVED, for our SYN-ACK.</summary>
    public static ControlBits OnSyn(Tcb tcb) => tcb.State switch
    {
        TcpState.SynSent => tcb.Ecn.IsAsked ? Both : ControlBits.None,
        _ => tcb.Ecn.IsOn ? ControlBits.Ece : ControlBits.None,
    };

    /// <summary>An active OPEN begins.</summary>
    public static void Opens(Tcb tcb) => tcb.Ecn.IsAsked = tcb.Settings.Ecn == EcnMode.Ask;

    /// <summary>The peer's SYN has come to a listener, for the first time or again: who has given up asking is believed.</summary>
    public static void SynArrives(Tcb tcb, in Segment syn) => tcb.Ecn.IsOn = IsAsked(tcb.Settings, in syn);

    /// <summary>Whether a peer's SYN asks for it and this side is willing.</summary>
    public static bool IsAsked(ConnectionSettings settings, in Segment syn) => settings.Ecn != EcnMode.Off && Asks(in syn);

    public static bool Asks(in Segment syn) => (syn.Control & Both) == Both;

    /// <summary>What a SYN that asks has besides the SYN bit.</summary>
    public static ControlBits OnSynThatAsks(bool asks) => asks ? Both : ControlBits.None;

    /// <summary>A SYN has crossed ours: both must have asked.</summary>
    public static void SynCrosses(Tcb tcb, in Segment syn) => tcb.Ecn.IsOn = tcb.Ecn.IsAsked && (syn.Control & Both) == Both;

    /// <summary>A peer that only reflects what it got sets both bits, and means nothing by it.</summary>
    public static void SynAckArrives(Tcb tcb, in Segment synAck) => tcb.Ecn.IsOn = tcb.Ecn.IsAsked && (synAck.Control & Both) == ControlBits.Ece;

    /// <summary>§6.1.1.1: something on the path may not like a SYN that asks; the next one does not.</summary>
    /// <returns>Whether there is anything to give up.</returns>
    public static bool FallsBack(Tcb tcb)
    {
        var hasAsked = tcb.Ecn.IsAsked;
        tcb.Ecn.HasFallenBack |= hasAsked;
        tcb.Ecn.IsAsked = false;
        return hasAsked;
    }
}
