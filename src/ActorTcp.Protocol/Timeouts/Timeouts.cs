namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.8: the timers. Each has one thing to decide when it fires; <see cref="Output.Flush"/> follows as after any event.</summary>
internal static class Timeouts
{
    /// <summary>Handles every timer that is due.</summary>
    public static void Process(Tcb tcb, EffectList fx)
    {
        while (tcb.State != TcpState.Closed && tcb.Timers.TryTakeDue(fx.Now, out var timer))
        {
            switch (timer)
            {
                case Timer.Retransmission:
                    RetransmissionTimeoutExpired.Process(tcb, fx);
                    break;
                case Timer.LossDetection:
                    LossDetectionTimeout.Process(tcb, fx);
                    break;
                case Timer.Persist:
                    PersistTimeout.Process(tcb, fx);
                    break;
                case Timer.DelayedAck:
                    tcb.Rcv.AckDue = AckDue.Now;
                    break;
                case Timer.KeepAlive:
                    KeepAliveTimeout.Process(tcb, fx);
                    break;
                case Timer.User:
                    UserTimeout.Process(tcb, fx);
                    break;
                case Timer.FinWait2:
                    FinWait2Timeout.Process(tcb, fx);
                    break;
                case Timer.TimeWait:
                    tcb.Enter(TcpState.Closed, Cause.TimeWaitTimeout, fx);
                    break;
            }
        }
    }
}
