using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, eighth: check the FIN bit. A FIN waits for the text before it.</content>
internal static partial class SegmentArrives
{
    private static bool CheckFin(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (!tcb.Rcv.FinKnown || tcb.Rcv.Nxt != tcb.Rcv.FinAt)
        {
            tcb.Rcv.AckDue = seg.HasFin ? AckDue.Duplicate : tcb.Rcv.AckDue;   // out of order: RFC 5681 §4.2
            return true;
        }

        tcb.Rcv.Nxt = tcb.Rcv.FinAt + 1;
        tcb.Rcv.Edge = SeqNum.Max(tcb.Rcv.Edge, tcb.Rcv.Nxt);
        tcb.Rcv.AckDue = AckDue.Now;
        tcb.Reassembly?.Clear();   // what was held behind the FIN is nobody's
        fx.Signal(Signal.Closing);
        switch (tcb.State)
        {
            case TcpState.Established:
                tcb.Enter(TcpState.CloseWait, Cause.FinArrives, fx);
                break;
            case TcpState.FinWait1:
                tcb.Enter(TcpState.Closing, Cause.FinArrives, fx);   // were our FIN acknowledged, the fifth step would have left this state
                break;
            case TcpState.FinWait2:
                EnterTimeWait(tcb, Cause.FinArrives, fx);
                break;
        }

        return true;
    }

    private static void NoteFin(Tcb tcb, in Segment seg)
    {
        var finAt = seg.End - 1;
        if (seg.HasFin && !tcb.Rcv.FinKnown && finAt >= tcb.Rcv.Nxt && finAt <= tcb.Rcv.Edge)
        {
            tcb.Rcv.FinKnown = true;
            tcb.Rcv.FinAt = finAt;
        }
    }

    /// <summary>"Start the time-wait timer, turn off the other timers."</summary>
    private static void EnterTimeWait(Tcb tcb, Cause cause, EffectList fx)
    {
        tcb.Enter(TcpState.TimeWait, cause, fx);
        fx.Signal(Signal.Closed);
        tcb.Timers.StopAll();
        tcb.Timers.Start(Timer.TimeWait, fx.Now + 2 * tcb.Settings.Msl);
    }
}
