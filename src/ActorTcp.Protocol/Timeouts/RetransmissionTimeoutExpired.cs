namespace ActorTcp.Protocol;

/// <summary>RFC 6298 §5.4–5.7 and RFC 9293 §3.8.1: the oldest segment that is not acknowledged is sent again, be it SYN, SYN-ACK, text or FIN.</summary>
internal static class RetransmissionTimeoutExpired
{
    public static void Process(Tcb tcb, EffectList fx)
    {
        tcb.Retransmissions = (byte)Math.Min(tcb.Retransmissions + 1, byte.MaxValue);
        tcb.Rto.StopTiming();
        tcb.Rto.BackOff(tcb.Settings);
        if (tcb.Retransmissions == tcb.Settings.SoftErrorAfter)
        {
            fx.Signal(Signal.SoftError);   // R1 (SHLD-9)
        }

        if (tcb.Snd.SynInFlight)
        {
            tcb.Snd.Cursor = tcb.FastOpen is null ? tcb.Snd.Una : tcb.Snd.Cursor;   // text beside a SYN is not repeated with it (RFC 7413 §4.2.1)
            tcb.SynRetransmissions = tcb.Retransmissions;
            EcnSetup.FallsBack(tcb);
            Replies.Syn(tcb, fx, isRepeated: true);
            tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
            return;
        }

        PathMtuSearch.TimesOut(tcb, fx);
        LossRecovery.TimedOut(tcb, fx);
        if (tcb.Snd.Wnd == 0)
        {
            tcb.EndFlight(fx);
            tcb.Snd.Cursor = tcb.Snd.Una;
            PersistTimeout.Probe(tcb, fx);   // the peer has taken its window back (MUST-34, MUST-35)
        }
        else
        {
            Output.RepeatFirst(tcb, SendReason.Retransmission, fx);
            tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
        }
    }
}
