namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.8.6.1: a closed window is probed (MUST-36), first after one RTO, then at doubling intervals (SHLD-29, SHLD-30), for as long as the peer answers.</summary>
internal static class PersistTimeout
{
    public static void Process(Tcb tcb, EffectList fx)
    {
        if (!tcb.MaySend || tcb.Snd.Cursor != tcb.Snd.Una)
        {
            return;
        }

        var usable = SendDecision.Usable(tcb, tcb.Congestion.Size);
        if (usable == 0)
        {
            tcb.Rto.BackOff(tcb.Settings);
            Probe(tcb, fx);
            return;
        }

        // §3.8.6.2.1 (4): the override timeout has passed; send what fits, however little.
        var length = Math.Min(Math.Min(tcb.Snd.Unsent, usable), tcb.EffectiveSendMss);
        Output.SendText(tcb, length, fin: false, fx);
    }

    /// <summary>The peer has a window. If it was closed, the probes went out ever more slowly; that says nothing about the network.</summary>
    public static void WindowOpens(Tcb tcb, bool wasClosed)
    {
        if (wasClosed && tcb.Timers.IsRunning(Timer.Persist))
        {
            tcb.Rto.EndBackOff(tcb.Settings);
        }

        tcb.Timers.Stop(Timer.Persist);
    }

    /// <summary>Sends one octet, or the FIN, beyond the window. The cursor stays: if the window opens, sending begins with it again.</summary>
    public static void Probe(Tcb tcb, EffectList fx)
    {
        var cursor = tcb.Snd.Cursor;
        var length = Math.Min(tcb.Snd.Unsent, 1);
        Output.SendText(tcb, length, fin: length == 0, fx, SendReason.WindowProbe);
        tcb.Rto.StopTiming();
        tcb.Snd.Cursor = cursor;
        tcb.Timers.Stop(Timer.Retransmission);
        tcb.Timers.Start(Timer.Persist, fx.Now + tcb.Rto.Value);
    }
}
