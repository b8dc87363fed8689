using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>RFC 9293 §3.3.1: the variables of a connection, as its control block had them at an instant.</summary>
/// <param name="Irs">Null before the peer's SYN has been seen; so is <paramref name="RcvNxt"/>.</param>
/// <param name="SendBuffer">Octets that are kept until the peer has acknowledged them.</param>
/// <param name="ReceiveBuffer">Octets that the application has not taken.</param>
internal sealed record EndVariables(
    SeqNum Iss, SeqNum SndUna, SeqNum SndNxt, uint SndWnd, SeqNum? Irs, SeqNum? RcvNxt, uint RcvWnd, uint SendBuffer, int ReceiveBuffer)
{
    public static EndVariables Of(Tcb tcb)
    {
        var (snd, rcv) = (tcb.Snd, tcb.Rcv);
        var hasHeard = tcb.State != TcpState.SynSent;
        return new EndVariables(
            snd.Iss, snd.Una, snd.Nxt, snd.Wnd, hasHeard ? rcv.Irs : null, hasHeard ? rcv.Nxt : null, hasHeard ? rcv.Edge.After(rcv.Nxt) : 0,
            snd.End > snd.FirstOctet ? snd.End.After(snd.FirstOctet) : 0, rcv.Unread);
    }
}
