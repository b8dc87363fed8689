using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, fourth: check the SYN bit. In a synchronized state a challenge ACK lets a peer that has forgotten us say so (RFC 5961 §4.2).</content>
internal static partial class SegmentArrives
{
    private static bool CheckSyn(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (!seg.HasSyn)
        {
            return true;
        }

        if (tcb.State == TcpState.SynReceived && tcb.Origin == OpenKind.Passive && !tcb.IsOpenedFast)
        {
            tcb.Enter(TcpState.Listen, Cause.SynArrives, fx);
            return false;
        }

        Replies.Challenge(tcb, fx);
        return false;
    }
}
