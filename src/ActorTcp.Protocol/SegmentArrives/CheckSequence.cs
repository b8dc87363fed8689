using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, first: check the sequence number.</content>
internal static partial class SegmentArrives
{
    /// <param name="inWindow">The segment as it may be processed on: at a closed window without text and FIN.</param>
    private static bool CheckSequence(Tcb tcb, in Segment seg, EffectList fx, out Segment inWindow)
    {
        inWindow = seg;
        if (ReceiveWindow.IsAcceptable(in tcb.Rcv, in seg))
        {
            KeepAliveTimeout.Heard(tcb, fx.Now);
            return true;
        }

        if (!seg.HasRst && (!seg.Text.IsEmpty || tcb.Challenges.TrySpend(tcb.Settings, fx.Now)))
        {
            tcb.Rcv.AckDue = AckDue.Duplicate;
        }

        // "If the RCV.WND is zero, no segments will be acceptable, but special allowance should be made to accept valid ACKs, URGs, and RSTs." (MUST-66)
        if (tcb.Rcv.Wnd == 0 && seg.Seq == tcb.Rcv.Nxt)
        {
            inWindow = WithoutTextAndFin(in seg);
            return true;
        }

        return false;
    }

    /// <summary>Parts a SYN that was taken before from what comes with it.</summary>
    private static DuplicateSyn SplitOffDuplicateSyn(Tcb tcb, in Segment seg, out Segment rest)
    {
        rest = seg;
        if (!tcb.Snd.SynInFlight || !seg.HasSyn || seg.HasRst || seg.Seq != tcb.Rcv.Irs)
        {
            return DuplicateSyn.No;
        }

        if (!seg.HasAck)
        {
            return DuplicateSyn.Alone;
        }

        if (tcb.Origin == OpenKind.Passive)
        {
            return DuplicateSyn.No;
        }

        rest = WithoutSyn(in seg);
        return DuplicateSyn.WithAck;
    }

    private static Segment WithoutSyn(in Segment seg) => new()
    {
        Seq = seg.Seq + 1,
        Ack = seg.Ack,
        Control = seg.Control & ~ControlBits.Syn,
        Wnd = seg.Wnd,
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
