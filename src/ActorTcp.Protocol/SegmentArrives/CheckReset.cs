using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, second: check the RST bit, by the three ways of RFC 5961 §3.2. (One outside the window went with the first step.)</content>
internal static partial class SegmentArrives
{
    private static bool CheckReset(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (!seg.HasRst)
        {
            return true;
        }

        if (seg.Seq != tcb.Rcv.Nxt)
        {
            if (seg.Seq > tcb.Rcv.Nxt)
            {
                Replies.Challenge(tcb, fx);
            }

            return false;
        }

        switch (tcb.State)
        {
            case TcpState.SynReceived when tcb.IsOpenedFast:
                fx.Signal(Signal.ConnectionReset);
                break;
            case TcpState.SynReceived when tcb.Origin == OpenKind.Passive:
                tcb.Enter(TcpState.Listen, Cause.ResetArrives, fx);
                return false;
            case TcpState.SynReceived:
                fx.Signal(Signal.ConnectionRefused);
                break;
            case TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2 or TcpState.CloseWait:
                fx.Signal(Signal.ConnectionReset);
                break;
        }

        tcb.Enter(TcpState.Closed, Cause.ResetArrives, fx);
        return false;
    }
}
