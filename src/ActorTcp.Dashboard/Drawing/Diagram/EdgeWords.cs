using ActorTcp.Protocol;
using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;

namespace ActorTcp.Dashboard;

/// <summary>What takes a connection along an edge of the state diagram.</summary>
internal static class EdgeWords
{
    /// <summary>As in the figure of the RFC, above the line.</summary>
    public static string Event(Cause cause) => cause switch
    {
        PassiveOpen => "passive OPEN",
        ActiveOpen => "active OPEN",
        Send => "SEND",
        Close => "CLOSE",
        Abort => "ABORT",
        SynArrives => "rcv SYN",
        SynAckArrives => "rcv SYN,ACK",
        AckOfSynArrives => "rcv ACK of SYN",
        FinArrives => "rcv FIN",
        AckOfFinArrives => "rcv ACK of FIN",
        ResetArrives => "rcv RST",
        TextAfterClose => "rcv text",
        IcmpHardError => "ICMP error",
        Cause.UserTimeout => "user timeout",
        Cause.Recycled => "recycled",
        Cause.FinWait2Timeout => "no user left",
        Cause.TimeWaitTimeout => "2 MSL over",
        Reopen => "newer SYN",
    };

    /// <summary>As <see cref="Event"/>, where there is little room.</summary>
    public static string Short(Cause cause) => cause switch
    {
        ResetArrives => "RST",
        TextAfterClose => "text",
        IcmpHardError => "ICMP",
        Cause.UserTimeout => "timeout",
        Cause.FinWait2Timeout => "no user",
        Reopen => "new SYN",
        _ => Event(cause),
    };

    /// <summary>As in the figure, below the line; empty where nothing is done.</summary>
    public static string Action(TcpState from, Cause cause) => (from, cause) switch
    {
        (Closed, PassiveOpen) => "create TCB",
        (Closed, ActiveOpen) => "create TCB, snd SYN",
        (Listen, ActiveOpen or Send) => "snd SYN",
        (Listen or SynSent, SynArrives) => "snd SYN,ACK",
        (SynSent, SynAckArrives) => "snd ACK",
        (Listen or SynSent, Close) => "delete TCB",
        (_, Close) => "snd FIN",
        (_, FinArrives) => "snd ACK",
        (LastAck, AckOfFinArrives) or (_, Cause.TimeWaitTimeout) => "delete TCB",
        _ => "",
    };

    /// <summary>What has happened, for one who does not know the figure.</summary>
    public static string Telling(Cause cause) => cause switch
    {
        PassiveOpen => "somebody begins to listen",
        ActiveOpen => "this side asks for a connection",
        Send => "a listener that is told to send becomes the one who asks",
        Close => "the application on this side has nothing more to send",
        Abort => "the application on this side gives up at once, and the peer is told by a reset",
        SynArrives => "a connection request arrives",
        SynAckArrives => "the answer to this side's request arrives",
        AckOfSynArrives => "the peer acknowledges this side's SYN, which proves that it is where it says",
        FinArrives => "the peer has nothing more to send",
        AckOfFinArrives => "the peer acknowledges this side's FIN",
        ResetArrives => "a reset arrives that is surely the peer's",
        TextAfterClose => "text arrives for an application that is gone",
        IcmpHardError => "the network reports that the peer cannot be reached",
        Cause.UserTimeout => "nothing was acknowledged for too long",
        Cause.Recycled => "a half-open connection makes way for a newer one",
        Cause.FinWait2Timeout => "the peer never closes, and no application is left that could wait for it",
        Cause.TimeWaitTimeout => "twice the longest life of a segment is over",
        Reopen => "a newer SYN for the same sockets takes the place",
    };

    /// <summary>Where it is written.</summary>
    public static string Source(string section) => section.StartsWith('§') ? $"RFC 9293 {section}" : section;
}
