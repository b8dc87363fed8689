using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>The segments that carry no text.</summary>
internal static class Replies
{
    /// <summary>&lt;SEQ=SND.NXT&gt;&lt;ACK=RCV.NXT&gt;&lt;CTL=ACK&gt;</summary>
    public static void Ack(Tcb tcb, SendReason reason, EffectList fx)
    {
        ref var segment = ref fx.Send();
        (segment.Seq, segment.Control, segment.Reason) = (tcb.Snd.Acceptable, ControlBits.Ack, reason);
        Acknowledging(tcb, ref segment, fx.Now);
    }

    /// <summary>RFC 5961: an ACK to whoever may be forging segments; a true peer answers it with what we need to know. Only so many in a while.</summary>
    public static void Challenge(Tcb tcb, EffectList fx)
    {
        if (MayChallenge(tcb, fx))
        {
            Ack(tcb, SendReason.ChallengeAck, fx);
        }
    }

    /// <summary>RFC 5961 §7: whether a doubtful segment without text may be answered still.</summary>
    public static bool MayChallenge(Tcb tcb, EffectList fx)
    {
        var may = tcb.Challenges.TrySpend(tcb.Settings, fx.Now) && fx.Challenges?.TrySpend(fx.Now) != false;
        if (!may)
        {
            fx.Tally(Incident.ChallengeSuppressed);
        }

        return may;
    }

    /// <summary>&lt;SEQ=ISS&gt;&lt;CTL=SYN&gt;, with &lt;ACK=RCV.NXT&gt; in SYN-RECEIVED.</summary>
    public static void Syn(Tcb tcb, EffectList fx, bool isRepeated = false)
    {
        ref var segment = ref fx.Send();
        (segment.Seq, segment.Control, segment.Reason) = (tcb.Snd.Iss, ControlBits.Syn | EcnSetup.OnSyn(tcb), SendReason.Syn);
        SegmentOptions.OnSyn(tcb, ref segment.Options, fx.Now);
        if (tcb.State == TcpState.SynSent)
        {
            segment.Wnd = ReceiveWindow.OnSyn(tcb.Settings);
        }
        else
        {
            segment.Control |= ControlBits.Ack;
            segment.Reason = SendReason.SynAck;
            Acknowledging(tcb, ref segment, fx.Now);
        }

        if (isRepeated)
        {
            segment.Reason = SendReason.Retransmission;
            tcb.Rto.StopTiming();
        }
        else
        {
            tcb.FastOpen?.OnSyn(tcb, ref segment);
        }

        var end = segment.TextStart + (uint)segment.TextLength;
        tcb.Snd.Cursor = SeqNum.Max(tcb.Snd.Cursor, end);
        tcb.Snd.Nxt = SeqNum.Max(tcb.Snd.Nxt, end);
    }

    /// <summary>&lt;SEQ=SND.NXT&gt;&lt;ACK=RCV.NXT&gt;&lt;CTL=RST,ACK&gt;: the user aborts, or text came for a user who has gone.</summary>
    /// <remarks>
    /// §3.10.5 has it without ACK; but a peer that is still in SYN-SENT believes no other reset (§3.10.7.3), and none minds it.
    /// It carries timestamps, as it SHOULD (RFC 7323 §3.2).
    /// </remarks>
    public static void Reset(Tcb tcb, EffectList fx)
    {
        ref var segment = ref fx.Send();
        (segment.Seq, segment.Ack) = (tcb.Snd.Acceptable, tcb.Rcv.Nxt);
        (segment.Control, segment.Reason) = (ControlBits.Rst | ControlBits.Ack, SendReason.Reset);
        SegmentOptions.OnReset(tcb, ref segment.Options, fx.Now);
    }

    /// <summary>§3.5.2 group 1: the reset takes its sequence number from the ACK, or is acceptable to the sender of a segment without one.</summary>
    public static void ResetFor(in Segment seg, EffectList fx)
    {
        fx.Send(seg.HasAck
            ? new OutgoingSegment { Seq = seg.Ack, Control = ControlBits.Rst, Reason = SendReason.Reset }
            : new OutgoingSegment { Ack = seg.End, Control = ControlBits.Rst | ControlBits.Ack, Reason = SendReason.Reset });
    }

    /// <summary>Puts RCV.NXT and the window into a segment: with it, nothing is owed any more.</summary>
    public static void Acknowledging(Tcb tcb, ref OutgoingSegment segment, TimeSpan now)
    {
        segment.Ack = tcb.Rcv.Nxt;
        if ((segment.Control & ControlBits.Syn) != 0)
        {
            segment.Wnd = (ushort)Math.Min(tcb.Rcv.Wnd, ushort.MaxValue);
        }
        else
        {
            segment.Control |= tcb.Ecn.Echoes ? ControlBits.Ece : ControlBits.None;
            segment.Wnd = ReceiveWindow.Offer(tcb);
            SegmentOptions.OnSegment(tcb, ref segment.Options, now);
        }

        tcb.Timestamps.LastAckSent = tcb.Rcv.Nxt;
        tcb.Rcv.AckDue = AckDue.No;
        tcb.Rcv.SegmentsUnacknowledged = 0;
        tcb.Timers.Stop(Timer.DelayedAck);
    }
}
