using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, fifth: check the ACK field.</content>
internal static partial class SegmentArrives
{
    private static bool CheckAck(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (!seg.HasAck)
        {
            return false;
        }

        if (tcb.State == TcpState.SynReceived)
        {
            if (!IsAcceptableAck(tcb, seg.Ack))
            {
                Replies.ResetFor(in seg, fx);
                return false;
            }

            var text = seg.Ack.After(tcb.Snd.FirstOctet);
            SendWindow.Set(tcb, in seg);
            Acknowledged(tcb, in seg, fx);
            Establish(tcb, Cause.AckOfSynArrives, fx);
            if (seg.Options.Has(OptionKinds.UserTimeout))
            {
                UserTimeoutOption.Arrived(tcb, seg.Options);
            }

            if (tcb.IsOpenedFast)
            {
                LossRecovery.NewAck(tcb, in seg, text, fx);   // the answer may have been underway before the handshake was over
            }

            return true;
        }

        // MAY-12, RFC 5961 §5.2: an ACK that is far too old is an injection; one for what was never sent is answered and dropped.
        if (!IsAcceptableAck(tcb, seg.Ack))
        {
            Replies.Challenge(tcb, fx);
            return false;
        }

        EcnMarks.AckArrives(tcb, in seg);
        if (seg.Options.Has(OptionKinds.UserTimeout))
        {
            UserTimeoutOption.Arrived(tcb, seg.Options);
        }

        if (seg.Ack > tcb.Snd.Una)
        {
            var octets = seg.Ack.After(tcb.Snd.Una);
            SendWindow.Update(tcb, in seg);
            Acknowledged(tcb, in seg, fx);
            LossRecovery.NewAck(tcb, in seg, octets, fx);
        }
        else
        {
            LossRecovery.NothingNew(tcb, in seg, fx);
        }

        return OurFin(tcb, fx);
    }

    private static bool IsAcceptableAck(Tcb tcb, SeqNum ack) =>
        ack <= tcb.Snd.Nxt && (tcb.State == TcpState.SynReceived ? ack > tcb.Snd.Una : tcb.Snd.Una - ack <= (long)tcb.Snd.MaxWnd);

    /// <summary>SND.UNA moves up to SEG.ACK: the send buffer shrinks, the round trip is measured, the timer starts anew.</summary>
    private static void Acknowledged(Tcb tcb, in Segment seg, EffectList fx)
    {
        ref var snd = ref tcb.Snd;
        var ack = seg.Ack;
        var first = snd.FirstOctet;
        var last = SeqNum.Min(ack, snd.End);
        if (last > first)
        {
            fx.Release(last - first);
        }

        snd.Una = ack;
        snd.Cursor = SeqNum.Max(snd.Cursor, ack);
        tcb.Congestion.Recover = SeqNum.Max(tcb.Congestion.Recover, ack);
        snd.Urgent = snd.Urgent && snd.Up > ack;
        if (tcb.Retransmissions > 0 && tcb.Has(OptionKinds.Timestamps) && seg.Options.Has(OptionKinds.Timestamps))
        {
            tcb.Rto.Measured(tcb.Timestamps.RoundTrip(seg.Options.TsEcr, fx.Now), tcb.Settings);   // RFC 7323 §4: no ambiguity, so Karn's rule does not apply
        }

        tcb.Retransmissions = 0;
        tcb.Rto.Acknowledged(ack, fx.Now, tcb.Settings);
        tcb.Timers.Stop(Timer.User);
        tcb.Timers.Stop(Timer.Persist);
        if (snd.Una == snd.Nxt)
        {
            tcb.Timers.Stop(Timer.Retransmission);                                  // RFC 6298 §5.2
        }
        else
        {
            tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);         // RFC 6298 §5.3
        }
    }

    /// <summary>Our SYN is acknowledged and theirs has come: the connection is synchronized. What came with their SYN is processed in the steps that follow.</summary>
    private static void Establish(Tcb tcb, Cause cause, EffectList fx)
    {
        if (!tcb.IsOpenedFast)
        {
            BeginSending(tcb);
        }

        if (tcb.SynRetransmissions > 0)
        {
            tcb.Rto.AfterLostSyn(tcb.Settings);
        }

        tcb.Enter(TcpState.Established, cause, fx);
        if (!tcb.IsOpenedFast)
        {
            fx.Signal(Signal.Opened);
        }

        KeepAliveTimeout.Start(tcb, fx.Now);
        if (tcb.Snd.FinQueued)
        {
            tcb.Enter(TcpState.FinWait1, Cause.Close, fx);   // CLOSE waited for this state behind a SEND (§3.10.4)
        }
    }

    /// <summary>RFC 6928 §2: one lost SYN may be chance, two are congestion.</summary>
    private static void BeginSending(Tcb tcb)
    {
        PathMtuSearch.Begin(tcb);
        tcb.Settings.Congestion.Begin(tcb, tcb.SynRetransmissions > 1 ? 1 : tcb.Settings.InitialWindow, tcb.EffectiveSendMss);
        tcb.Congestion.Recover = tcb.Snd.Iss;
    }

    /// <summary>The parts of the fifth step that look whether our FIN is acknowledged.</summary>
    private static bool OurFin(Tcb tcb, EffectList fx)
    {
        if (!tcb.Snd.FinAcknowledged)
        {
            return true;
        }

        switch (tcb.State)
        {
            case TcpState.FinWait1:
                tcb.Enter(TcpState.FinWait2, Cause.AckOfFinArrives, fx);
                FinWait2Timeout.Start(tcb, fx.Now);
                return true;
            case TcpState.Closing:
                EnterTimeWait(tcb, Cause.AckOfFinArrives, fx);
                return false;
            case TcpState.LastAck:
                fx.Signal(Signal.Closed);
                tcb.Enter(TcpState.Closed, Cause.AckOfFinArrives, fx);
                return false;
            default:
                return true;
        }
    }
}
