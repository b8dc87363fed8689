using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4: all other states. Each step says whether processing goes on.</content>
internal static partial class SegmentArrives
{
    private static bool Otherwise(Tcb tcb, in Segment seg, EffectList fx)
    {
        var duplicate = SplitOffDuplicateSyn(tcb, in seg, out var rest);
        if (duplicate == DuplicateSyn.Alone)
        {
            if (tcb.Origin == OpenKind.Passive)
            {
                EcnSetup.SynArrives(tcb, in seg);
            }

            Replies.Syn(tcb, fx, isRepeated: true);
            return false;
        }

        return CheckSequence(tcb, in rest, fx, out var inWindow)   // first
            && CheckReset(tcb, in inWindow, fx)                    // second   RFC 5961 §3.2
            && CheckSyn(tcb, in inWindow, fx)                      // fourth   RFC 5961 §4.2 (third, security, is not offered)
            && CheckAck(tcb, in inWindow, fx)                      // fifth    RFC 5961 §5.2
            && CheckUrgent(tcb, in inWindow, fx)                   // sixth
            && ProcessText(tcb, in inWindow, fx)                   // seventh
            && CheckFin(tcb, in inWindow, fx);                     // eighth
    }
}
