using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.8: what remains to be sent once an event has been handled: text and FIN, then the acknowledgment that is still owed.</summary>
internal static class Output
{
    /// <summary>Called once at the end of every event, when the user has answered to it: so text can carry the acknowledgment (MUST-59).</summary>
    public static void Flush(Tcb tcb, EffectList fx)
    {
        if (tcb.MaySend)
        {
            LossRecovery.BeforeSending(tcb, fx.Now);
            if (tcb.UsesRack ? RackRecovery.SendLost(tcb, fx) : !LossRecovery.SendByScoreboard(tcb, fx))
            {
                var waits = tcb.PathMtu?.ProbesLater(tcb, fx) == true;
                while (!waits && SendDecision.Next(tcb) is { IsSend: true } next)
                {
                    SendText(tcb, next.Length, next.Fin, fx);
                }
            }

            StartTimers(tcb, fx.Now);
            TailLossProbe.Schedule(tcb, fx.Now);
        }

        Acknowledge(tcb, fx);
    }

    /// <summary>Repeats the segment at SND.UNA, whatever the windows say: it was sent before.</summary>
    public static void RepeatFirst(Tcb tcb, SendReason reason, EffectList fx)
    {
        tcb.Rto.StopTiming();
        Repeat(tcb, tcb.Snd.Una, tcb.EffectiveSendMss, reason, fx);
    }

    /// <summary>Repeats at most <paramref name="length"/> octets from <paramref name="from"/> on, which were sent before, with the FIN if it stands right behind them.</summary>
    public static void Repeat(Tcb tcb, SeqNum from, uint length, SendReason reason, EffectList fx)
    {
        ref var snd = ref tcb.Snd;
        var cursor = snd.Cursor;
        snd.Cursor = from;
        length = Math.Min(Math.Min(length, tcb.EffectiveSendMss), Math.Min(snd.Unsent, snd.Nxt.After(from)));
        var fin = snd.FinUnsent && length == snd.Unsent && snd.Nxt.After(from) > length;
        SendText(tcb, length, fin, fx, reason);
        snd.Cursor = SeqNum.Max(cursor, snd.Cursor);
    }

    /// <summary>Sends one segment of new text, if the peer's window allows it; that of the network is the caller's business.</summary>
    public static bool SendNew(Tcb tcb, EffectList fx)
    {
        var next = SendDecision.Next(tcb, congestionWindow: uint.MaxValue);
        if (next.IsSend)
        {
            SendText(tcb, next.Length, next.Fin, fx);
        }

        return next.IsSend;
    }

    /// <summary>Sends octets from the cursor on, and a FIN behind them.</summary>
    public static void SendText(Tcb tcb, uint length, bool fin, EffectList fx, SendReason? reason = null)
    {
        ref var snd = ref tcb.Snd;
        var isRepeated = snd.Cursor < snd.Nxt;
        ref var segment = ref fx.Send();
        segment.Seq = snd.Cursor;
        segment.TextLength = (int)length;
        segment.Reason = reason ?? (isRepeated ? SendReason.Retransmission : length > 0 ? SendReason.Text : SendReason.Fin);
        segment.Control = ControlBits.Ack;
        segment.Control |= fin ? ControlBits.Fin : ControlBits.None;
        segment.Control |= length > 0 && length == snd.Unsent ? ControlBits.Psh : ControlBits.None;   // MUST-61
        if (length > 0 && reason is null && !isRepeated)
        {
            EcnMarks.OnNewText(tcb, ref segment);
        }

        UrgentPointer.Mark(tcb, ref segment);
        Replies.Acknowledging(tcb, ref segment, fx.Now);
        tcb.Congestion.LastSent = fx.Now;

        snd.Cursor += length + (fin ? 1u : 0);
        Rack.Sent(tcb, segment.Seq, snd.Cursor, isRepeated, fx);
        if (snd.Cursor > snd.Nxt)
        {
            snd.Nxt = snd.Cursor;
            tcb.Congestion.Use.Sent(snd.Flight - (tcb.InFlight?.Gone ?? 0), tcb.Congestion.Size, tcb.EffectiveSendMss, in snd);
            if (!tcb.Rto.IsTiming && !isRepeated)
            {
                tcb.Rto.Time(snd.Nxt, fx.Now);
            }
        }
    }

    private static void StartTimers(Tcb tcb, TimeSpan now)
    {
        ref var snd = ref tcb.Snd;
        if (!snd.HasWork)
        {
            tcb.Timers.Stop(Timer.Retransmission);
            tcb.Timers.Stop(Timer.Persist);
            tcb.Timers.Stop(Timer.User);
            return;
        }

        if (!tcb.Timers.IsRunning(Timer.User))
        {
            tcb.Timers.Start(Timer.User, now + tcb.UserTimeout);
        }

        if (snd.Cursor != snd.Una)
        {
            tcb.Timers.Stop(Timer.Persist);
            if (!tcb.Timers.IsRunning(Timer.Retransmission))
            {
                tcb.Timers.Start(Timer.Retransmission, now + tcb.Rto.Value);   // RFC 6298 §5.1
            }
        }
        else if (!tcb.Timers.IsRunning(Timer.Persist))
        {
            // Something waits and nothing is in flight that could bring an ACK: only a timer can go on.
            tcb.Timers.Stop(Timer.Retransmission);
            tcb.Timers.Start(Timer.Persist, now + tcb.Rto.Value);
        }
    }

    private static void Acknowledge(Tcb tcb, EffectList fx)
    {
        switch (tcb.Rcv.AckDue)
        {
            case AckDue.No:
                break;
            case AckDue.Delayed when tcb.Rcv.SegmentsUnacknowledged < 2 && tcb.Settings.DelayedAck > TimeSpan.Zero:
                if (!tcb.Timers.IsRunning(Timer.DelayedAck))
                {
                    tcb.Timers.Start(Timer.DelayedAck, fx.Now + tcb.Settings.DelayedAck);
                }

                break;
            case AckDue.Duplicate:
                Replies.Ack(tcb, SendReason.DuplicateAck, fx);
                break;
            case AckDue.Delayed:
            case AckDue.Now:
                Replies.Ack(tcb, SendReason.Ack, fx);
                break;
        }
    }
}
