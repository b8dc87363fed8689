using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 5681 §3.2, RFC 6582 and, with selective acknowledgments, RFC 6675: what acknowledgments tell about losses.</summary>
internal static class LossRecovery
{
    /// <summary>DupThresh of RFC 6675.</summary>
    public const int DuplicateAckThreshold = 3;

    /// <summary>SND.UNA has moved by <paramref name="octets"/>.</summary>
    public static void NewAck(Tcb tcb, in Segment seg, uint octets, EffectList fx)
    {
        tcb.PathMtu?.AckArrives(tcb, fx);
        if (tcb.UsesRack)
        {
            Rack.AckArrives(tcb, in seg, octets, fx);
            return;
        }

        SelectiveAck.Arrived(tcb, in seg);
        ref var window = ref tcb.Congestion;
        var mss = tcb.EffectiveSendMss;
        window.DuplicateAcks = 0;
        ForwardRecovery.AckArrives(tcb, octets, isDuplicate: false, fx);
        if (!window.InFastRecovery)
        {
            Grow(tcb, in seg, octets, fx.Now);
            return;
        }

        if (tcb.Snd.Una >= window.Recover)
        {
            // RFC 6582 §3.2 step 3, full acknowledgment: deflate, and do not burst.
            window.InFastRecovery = false;
            window.Size = Math.Min(window.SlowStartThreshold, Math.Max(tcb.Snd.Flight, mss) + mss);
            return;
        }

        if (tcb.Has(OptionKinds.SackPermitted))
        {
            return;   // the scoreboard says what is missing
        }

        // Partial acknowledgment: the next segment is lost too.
        window.Size = Math.Max(window.Size > octets ? window.Size - octets : 0, mss);
        window.Size += octets >= mss ? mss : 0;
        Output.RepeatFirst(tcb, SendReason.FastRetransmission, fx);
    }

    /// <summary>New octets were acknowledged outside of loss recovery: the window grows, if it was the limit.</summary>
    public static void Grow(Tcb tcb, in Segment seg, uint octets, TimeSpan now)
    {
        ref var window = ref tcb.Congestion;
        if (EcnMarks.IsEcho(tcb, in seg))
        {
            return;
        }

        if (window.Use.Limits(in window))
        {
            tcb.Settings.Congestion.Acknowledged(tcb, octets, tcb.EffectiveSendMss, now, tcb.Rto.Srtt);
        }
        else
        {
            tcb.Settings.Congestion.Restarted(tcb);
        }
    }

    /// <summary>An ACK has come that leaves SND.UNA where it is.</summary>
    public static void NothingNew(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (tcb.UsesRack)
        {
            SendWindow.Update(tcb, in seg);
            Rack.AckArrives(tcb, in seg, octets: 0, fx);
            return;
        }

        var isDuplicate = SelectiveAck.Arrived(tcb, in seg) || IsDuplicate(tcb, in seg);
        SendWindow.Update(tcb, in seg);
        if (isDuplicate)
        {
            ForwardRecovery.AckArrives(tcb, octets: 0, isDuplicate, fx);
            DuplicateAck(tcb, fx);
        }
    }

    /// <summary>An ACK that acknowledges nothing new while text is in flight.</summary>
    private static void DuplicateAck(Tcb tcb, EffectList fx)
    {
        ref var window = ref tcb.Congestion;
        var mss = tcb.EffectiveSendMss;
        var hasScoreboard = tcb.Has(OptionKinds.SackPermitted);
        if (window.InFastRecovery)
        {
            window.Size = hasScoreboard ? window.Size : (uint)Math.Min((ulong)window.Size + mss, uint.MaxValue);
            return;
        }

        window.DuplicateAcks = (byte)Math.Min(window.DuplicateAcks + 1, byte.MaxValue);
        var isLoss = hasScoreboard
            ? window.DuplicateAcks >= DuplicateAckThreshold || Scoreboard.IsLost(tcb, tcb.Snd.Una)
            : window.DuplicateAcks == DuplicateAckThreshold;
        if (!isLoss || tcb.Snd.Una < window.Recover || tcb.Snd.SynInFlight)
        {
            return;
        }

        EcnMarks.Reduce(tcb);
        window.Recover = tcb.Snd.Nxt;
        window.InFastRecovery = true;
        window.Size += hasScoreboard ? 0 : DuplicateAckThreshold * mss;
        Output.RepeatFirst(tcb, SendReason.FastRetransmission, fx);
        tcb.HighRetransmitted = SeqNum.Min(tcb.Snd.Una + mss, tcb.Snd.Nxt);
    }

    /// <summary>RFC 6675 §5, step C: while the network has room, sends what is taken for lost, then new text, then what may be lost.</summary>
    /// <returns>False when this connection is in no recovery that a scoreboard leads.</returns>
    public static bool SendByScoreboard(Tcb tcb, EffectList fx)
    {
        ref var window = ref tcb.Congestion;
        if (!window.InFastRecovery || !tcb.Has(OptionKinds.SackPermitted))
        {
            return false;
        }

        var mss = tcb.EffectiveSendMss;
        for (var pipe = Scoreboard.Pipe(tcb); pipe + mss <= window.Size; pipe += mss)
        {
            if (!RepeatGap(tcb, mustBeLost: true, fx) && !Output.SendNew(tcb, fx) && !RepeatGap(tcb, mustBeLost: false, fx))
            {
                break;
            }
        }

        return true;
    }

    private static bool RepeatGap(Tcb tcb, bool mustBeLost, EffectList fx)
    {
        if (!Scoreboard.TryNextGap(tcb, mustBeLost, out var from, out var to))
        {
            return false;
        }

        var length = Math.Min(to.After(from), tcb.EffectiveSendMss);
        Output.Repeat(tcb, from, length, SendReason.FastRetransmission, fx);
        tcb.HighRetransmitted = from + length;
        return true;
    }

    /// <summary>Octets that may be sent beyond the congestion window, because as many have left the network.</summary>
    /// <remarks>RACK has counted them. Else by RFC 3042: the first two duplicate ACKs let new segments out, which may bring the third; not while a timeout's losses are repeated.</remarks>
    public static uint BeyondWindow(Tcb tcb)
    {
        if (tcb.UsesRack)
        {
            return tcb.InFlight?.Gone ?? 0;
        }

        return tcb.Congestion.InFastRecovery || tcb.Snd.Cursor < tcb.Snd.Nxt
            ? 0
            : Math.Min(tcb.Congestion.DuplicateAcks, (byte)(DuplicateAckThreshold - 1)) * tcb.EffectiveSendMss;
    }

    /// <summary>The retransmission timer has fired: everything in flight is taken for lost (RFC 5681 §3.1; RFC 6582 §4 remembers how far).</summary>
    public static void TimedOut(Tcb tcb, EffectList fx)
    {
        ref var window = ref tcb.Congestion;
        ForwardRecovery.TimesOut(tcb);
        if (tcb.Retransmissions == 1)
        {
            tcb.InFlight?.Doubt.TimesOut(tcb, fx.Now);
            tcb.Settings.Congestion.TimedOut(tcb, tcb.Snd.Flight, tcb.EffectiveSendMss);
            EcnMarks.Reduced(tcb);
        }

        window.Recover = tcb.Snd.Nxt;
        window.InFastRecovery = false;
        window.DuplicateAcks = 0;
        if (tcb.InFlight is { Count: > 0 } flight)
        {
            Rack.TimedOut(tcb, flight, fx.Now);
            return;
        }

        tcb.Snd.Cursor = tcb.Snd.Una;
        tcb.Sacked?.Clear();   // RFC 2018 §8: the peer may have thought better of it
    }

    /// <summary>RFC 5681 §4.1: after an idle time nothing paces a burst, so sending begins again with the restart window.</summary>
    public static void BeforeSending(Tcb tcb, TimeSpan now)
    {
        ref var window = ref tcb.Congestion;
        if (tcb.Snd.Flight == 0 && now - window.LastSent > tcb.Rto.Value)
        {
            tcb.Settings.Congestion.Restarted(tcb);
            window.Size = Math.Min(window.Size, (uint)tcb.Settings.InitialWindow * tcb.EffectiveSendMss);
        }
    }

    /// <summary>RFC 5681 §2: whether this ACK is a duplicate in the sense of fast retransmit.</summary>
    private static bool IsDuplicate(Tcb tcb, in Segment seg) =>
        tcb.Snd.Flight > 0
        && tcb.Snd.Wnd > 0          // the answer to a window probe is none
        && seg.Len == 0
        && seg.Ack == tcb.Snd.Una
        && SendWindow.Of(tcb, in seg) == tcb.Snd.Wnd;
}
