using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4: all other states. Each step says whether processing goes on.</content>
internal static partial class SegmentArrives
{
    private static bool Otherwise(Tcb tcb, in Segment seg, EffectList fx)
    {
        switch (CheckDuplicateSyn(tcb, in seg))
        {
            case DuplicateSyn.Alone:
                AnswerDuplicateSyn(tcb, in seg, fx);
                return false;
            case DuplicateSyn.WithAck:
                return EightSteps(tcb, WithoutSyn(tcb, in seg), fx);
            default:
                return EightSteps(tcb, in seg, fx);
        }
    }

    private static bool EightSteps(Tcb tcb, in Segment seg, EffectList fx) => CheckSequence(tcb, in seg, fx) switch   // first
    {
        SequenceCheck.Acceptable => SecondToEighth(tcb, in seg, fx),
        SequenceCheck.ControlOnly => SecondToEighth(tcb, WithoutTextAndFin(in seg), fx),
        _ => false,
    };

    private static bool SecondToEighth(Tcb tcb, in Segment seg, EffectList fx) =>
        CheckReset(tcb, in seg, fx)        // second   RFC 5961 §3.2
        && CheckSyn(tcb, in seg, fx)       // fourth   RFC 5961 §4.2 (third, security, is not offered)
        && CheckAck(tcb, in seg, fx)       // fifth    RFC 5961 §5.2
        && CheckUrgent(tcb, in seg, fx)    // sixth
        && ProcessText(tcb, in seg, fx)    // seventh
        && CheckFin(tcb, in seg, fx);      // eighth

    private static void AnswerDuplicateSyn(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (tcb.Origin == OpenKind.Passive)
        {
            EcnSetup.SynArrives(tcb, in seg);
        }

        Replies.Syn(tcb, fx, isRepeated: true);
    }
}
