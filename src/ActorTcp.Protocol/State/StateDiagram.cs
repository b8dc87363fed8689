using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.3.2, Figure 5 with its notes, and the edges of §3.10 that the figure leaves out.</summary>
/// <remarks>
/// The ACK of a segment is checked before its FIN (§3.10.7.4), so two edges of the figure are walked in two steps: a FIN in SYN-RECEIVED
/// passes through ESTABLISHED, and a FIN that also acknowledges ours (note 2) takes FIN-WAIT-1 through FIN-WAIT-2 to TIME-WAIT.
/// </remarks>
internal static class StateDiagram
{
    public static readonly IReadOnlyList<Transition> Edges =
    [
        new(Closed, PassiveOpen, Listen, "§3.10.1"),
        new(Closed, ActiveOpen, SynSent, "§3.10.1"),

        new(Listen, ActiveOpen, SynSent, "§3.10.1"),
        new(Listen, Send, SynSent, "§3.10.2"),
        new(Listen, SynArrives, SynReceived, "§3.10.7.2"),
        new(Listen, Close, Closed, "§3.10.4"),
        new(Listen, Abort, Closed, "§3.10.5"),

        new(SynSent, SynArrives, SynReceived, "§3.10.7.3"),
        new(SynSent, SynAckArrives, Established, "§3.10.7.3"),
        new(SynSent, ResetArrives, Closed, "§3.10.7.3"),
        new(SynSent, Close, Closed, "§3.10.4"),
        new(SynSent, Abort, Closed, "§3.10.5"),
        new(SynSent, Cause.UserTimeout, Closed, "§3.10.8"),
        new(SynSent, IcmpHardError, Closed, "§3.9.2.2"),

        new(SynReceived, AckOfSynArrives, Established, "§3.10.7.4"),
        new(SynReceived, Close, FinWait1, "§3.10.4"),
        new(SynReceived, ResetArrives, Listen, "§3.10.7.4"),
        new(SynReceived, ResetArrives, Closed, "§3.10.7.4"),
        new(SynReceived, SynArrives, Listen, "§3.10.7.4"),
        new(SynReceived, Abort, Closed, "§3.10.5"),
        new(SynReceived, Cause.UserTimeout, Closed, "§3.10.8"),
        new(SynReceived, IcmpHardError, Closed, "§3.9.2.2"),
        new(SynReceived, Cause.Recycled, Closed, "RFC 4987 §3.4"),

        new(Established, Close, FinWait1, "§3.10.4"),
        new(Established, FinArrives, CloseWait, "§3.10.7.4"),
        new(Established, ResetArrives, Closed, "§3.10.7.4"),
        new(Established, Abort, Closed, "§3.10.5"),
        new(Established, Cause.UserTimeout, Closed, "§3.10.8"),

        new(FinWait1, AckOfFinArrives, FinWait2, "§3.10.7.4"),
        new(FinWait1, FinArrives, Closing, "§3.10.7.4"),
        new(FinWait1, ResetArrives, Closed, "§3.10.7.4"),
        new(FinWait1, TextAfterClose, Closed, "§3.6.1"),
        new(FinWait1, Abort, Closed, "§3.10.5"),
        new(FinWait1, Cause.UserTimeout, Closed, "§3.10.8"),

        new(FinWait2, FinArrives, TimeWait, "§3.10.7.4"),
        new(FinWait2, ResetArrives, Closed, "§3.10.7.4"),
        new(FinWait2, TextAfterClose, Closed, "§3.6.1"),
        new(FinWait2, Abort, Closed, "§3.10.5"),
        new(FinWait2, Cause.UserTimeout, Closed, "§3.8.4"),
        new(FinWait2, Cause.FinWait2Timeout, Closed, "local: no user is left who could wait"),

        new(CloseWait, Close, LastAck, "§3.10.4"),
        new(CloseWait, ResetArrives, Closed, "§3.10.7.4"),
        new(CloseWait, Abort, Closed, "§3.10.5"),
        new(CloseWait, Cause.UserTimeout, Closed, "§3.10.8"),

        new(Closing, AckOfFinArrives, TimeWait, "§3.10.7.4"),
        new(Closing, ResetArrives, Closed, "§3.10.7.4"),
        new(Closing, Abort, Closed, "§3.10.5"),
        new(Closing, Cause.UserTimeout, Closed, "§3.10.8"),

        new(LastAck, AckOfFinArrives, Closed, "§3.10.7.4"),
        new(LastAck, ResetArrives, Closed, "§3.10.7.4"),
        new(LastAck, Abort, Closed, "§3.10.5"),
        new(LastAck, Cause.UserTimeout, Closed, "§3.10.8"),

        new(TimeWait, Cause.TimeWaitTimeout, Closed, "§3.10.8"),
        new(TimeWait, ResetArrives, Closed, "§3.10.7.4"),
        new(TimeWait, Abort, Closed, "§3.10.5"),
        new(TimeWait, Reopen, Closed, "RFC 6191 §2"),
    ];

    private const int States = (int)TimeWait + 1;
    private const int Causes = (int)Reopen + 1;
    private const byte None = byte.MaxValue;
    private static readonly byte[] Numbers = Index();

    /// <summary>Whether the diagram has this edge.</summary>
    public static bool Has(TcpState from, Cause cause, TcpState to) => Numbers[Place(from, cause, to)] != None;

    /// <summary>Where in <see cref="Edges"/> this edge stands, which the diagram must have.</summary>
    public static int NumberOf(TcpState from, Cause cause, TcpState to) => Numbers[Place(from, cause, to)];

    private static byte[] Index()
    {
        var numbers = new byte[States * Causes * States];
        Array.Fill(numbers, None);
        for (var i = 0; i < Edges.Count; i++)
        {
            numbers[Place(Edges[i].From, Edges[i].Cause, Edges[i].To)] = (byte)i;
        }

        return numbers;
    }

    private static int Place(TcpState from, Cause cause, TcpState to) => (((int)from * Causes) + (int)cause) * States + (int)to;
}
