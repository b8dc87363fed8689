using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4 as far as it concerns TIME-WAIT: the answer needs no more than the compact record.</content>
internal static partial class SegmentArrives
{
    private static bool InTimeWait(Tcb tcb, in Segment seg, EffectList fx)
    {
        switch (TimeWaitRecord.Of(tcb).Answer(in seg, tcb.Settings))
        {
            case TimeWaitAnswer.Drop:
                break;
            case TimeWaitAnswer.Acknowledge:
                Replies.Ack(tcb, SendReason.DuplicateAck, fx);
                break;
            case TimeWaitAnswer.AcknowledgeAndRestart:
                Replies.Ack(tcb, SendReason.DuplicateAck, fx);
                tcb.Timers.Start(Timer.TimeWait, fx.Now + 2 * tcb.Settings.Msl);
                break;
            case TimeWaitAnswer.Reopen:
                tcb.Enter(TcpState.Closed, Cause.Reopen, fx);
                break;
            case TimeWaitAnswer.Close:
                tcb.Enter(TcpState.Closed, Cause.ResetArrives, fx);
                break;
        }

        return false;
    }
}
