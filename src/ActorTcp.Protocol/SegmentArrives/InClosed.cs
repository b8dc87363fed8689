using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.1: nobody is here. A reset is the answer, except to a reset.</content>
internal static partial class SegmentArrives
{
    public static bool InClosed(in Segment seg, EffectList fx)
    {
        if (!seg.HasRst)
        {
            Replies.ResetFor(in seg, fx);
        }

        return false;
    }
}
