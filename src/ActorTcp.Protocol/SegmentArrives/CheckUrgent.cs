using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, sixth: check the URG bit.</content>
internal static partial class SegmentArrives
{
    private static bool CheckUrgent(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (seg.HasUrg && tcb.State.AcceptsText())
        {
            UrgentPointer.Arrives(tcb, in seg, fx);
        }

        return true;
    }
}
