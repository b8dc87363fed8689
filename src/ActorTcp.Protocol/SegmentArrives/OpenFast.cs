using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 7413 §4.2.2: a SYN with a good cookie. The user has the connection and the text at once, and may answer before the handshake is over.</content>
internal static partial class SegmentArrives
{
    private static void OpenFast(Tcb tcb, in Segment seg, EffectList fx)
    {
        BeginSending(tcb);
        fx.Signal(Signal.Opened);
        if (!seg.Text.IsEmpty)
        {
            TakeText(tcb, in seg, fx);
        }
    }
}
