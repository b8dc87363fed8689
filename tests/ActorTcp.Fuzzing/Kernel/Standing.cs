using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>Where a connection stands, in the RFC's variables.</summary>
internal readonly record struct Standing(TcpState State, SeqNum RcvNxt = default, uint RcvWnd = 0, SeqNum Iss = default, SeqNum SndUna = default, OptionKinds Negotiated = default)
{
    public static Standing Of(Tcb tcb) => new(tcb.State, tcb.Rcv.Nxt, tcb.Rcv.Wnd, tcb.Snd.Iss, tcb.Snd.Una, tcb.Negotiated);
}
