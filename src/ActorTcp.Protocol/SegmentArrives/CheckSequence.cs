using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, first: check the sequence number.</content>
internal static partial class SegmentArrives
{
    private static SequenceCheck CheckSequence(Tcb tcb, in Segment seg, EffectList fx)
    {
        var timestamp = CheckTimestamp(tcb, in seg, fx.Now);
        if (timestamp == TimestampCheck.Missing)
        {
            return SequenceCheck.Unacceptable;
        }

        if (timestamp != TimestampCheck.Old && ReceiveWindow.IsAcceptable(in tcb.Rcv, in seg))
        {
            Stamped(tcb, in seg, fx.Now);
            KeepAliveTimeout.Heard(tcb, fx.Now);
            return SequenceCheck.Acceptable;
        }

        if (!seg.HasRst && (!seg.Text.IsEmpty || Replies.MayChallenge(tcb, fx)))
        {
            SelectiveAck.NoteDuplicate(tcb, in seg);
            tcb.Rcv.AckDue = AckDue.Duplicate;
        }

        // "If the RCV.WND is zero, no segments will be acceptable, but special allowance should be made to accept valid ACKs, URGs, and RSTs." (MUST-66)
        var isAllowed = timestamp != TimestampCheck.Old && tcb.Rcv.Wnd == 0 && seg.Seq == tcb.Rcv.Nxt;
        return isAllowed ? SequenceCheck.ControlOnly : SequenceCheck.Unacceptable;
    }

    /// <remarks>
    /// What the next steps will drop comes from nobody who knows the connection: were its timestamp believed, the peer's would look old. So this is done here
    /// only for what will pass: an acceptable ACK, without SYN or RST.
    /// </remarks>
    private static void Stamped(Tcb tcb, in Segment seg, TimeSpan now)
    {
        var isPlausible = (seg.Control & (ControlBits.Ack | ControlBits.Syn | ControlBits.Rst)) == ControlBits.Ack && IsAcceptableAck(tcb, seg.Ack);
        if (isPlausible && tcb.Has(OptionKinds.Timestamps) && seg.Options.Has(OptionKinds.Timestamps))
        {
            tcb.Timestamps.Arrived(in seg, now);
        }
    }

    /// <summary>RFC 7323 §3.2 and §5.3 R1, before anything else is looked at.</summary>
    private static TimestampCheck CheckTimestamp(Tcb tcb, in Segment seg, TimeSpan now) =>
        !tcb.Has(OptionKinds.Timestamps) ? TimestampCheck.Fine
        : !seg.Options.Has(OptionKinds.Timestamps) ? seg.HasRst ? TimestampCheck.Fine : TimestampCheck.Missing
        : tcb.Timestamps.IsOld(in seg, now) ? TimestampCheck.Old
        : TimestampCheck.Fine;

    /// <summary>Whether it has a SYN that was taken before, and what is to be done with the rest.</summary>
    private static DuplicateSyn CheckDuplicateSyn(Tcb tcb, in Segment seg)
    {
        if (!tcb.Snd.SynInFlight || !seg.HasSyn || seg.HasRst || seg.Seq != tcb.Rcv.Irs)
        {
            return DuplicateSyn.No;
        }

        if (!seg.HasAck)
        {
            return DuplicateSyn.Alone;
        }

        return tcb.Origin == OpenKind.Passive ? DuplicateSyn.No : DuplicateSyn.WithAck;
    }

    /// <remarks>What is left of a SYN-ACK has a window that is not scaled; it is given the form of one that is.</remarks>
    private static Segment WithoutSyn(Tcb tcb, in Segment seg) => new()
    {
        Seq = seg.Seq + 1,
        Ack = seg.Ack,
        Control = seg.Control & ~ControlBits.Syn,
        Wnd = (ushort)(seg.Wnd >> tcb.Snd.Shift),
        Up = seg.Up,
        Options = seg.Options,
        Text = seg.Text,
    };

    private static Segment WithoutTextAndFin(in Segment seg) => new()
    {
        Seq = seg.Seq,
        Ack = seg.Ack,
        Control = seg.Control & ~(ControlBits.Fin | ControlBits.Psh),
        Wnd = seg.Wnd,
        Up = seg.Up,
        Options = seg.Options,
    };
}
