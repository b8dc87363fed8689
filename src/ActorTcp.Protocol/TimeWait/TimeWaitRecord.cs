using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.4.2: all that TIME-WAIT has to remember, a value of 12 octets beside the four-tuple and the time.</summary>
/// <param name="SndNxt">SND.NXT, after our FIN.</param>
/// <param name="RcvNxt">RCV.NXT, after the peer's FIN: "last SEQ" of RFC 6191.</param>
/// <param name="RcvWnd">RCV.WND as last offered.</param>
internal readonly record struct TimeWaitRecord(SeqNum SndNxt, SeqNum RcvNxt, ushort RcvWnd)
{
    public static TimeWaitRecord Of(Tcb tcb) => new(tcb.Snd.Nxt, tcb.Rcv.Nxt, (ushort)Math.Min(tcb.Rcv.Wnd, ushort.MaxValue));

    /// <summary>The steps of §3.10.7.4, of which this state has few left.</summary>
    public TimeWaitAnswer Answer(in Segment seg, ConnectionSettings settings)
    {
        if (seg.HasRst)
        {
            return settings.TimeWaitIgnoresReset || seg.Seq != RcvNxt ? TimeWaitAnswer.Drop : TimeWaitAnswer.Close;
        }

        // RFC 6191 §2, for a connection without timestamps: a SYN beyond the old sequence numbers is new, any other an old duplicate.
        if (seg.HasSyn && !seg.HasAck)
        {
            return seg.Seq > RcvNxt ? TimeWaitAnswer.Reopen : TimeWaitAnswer.Drop;
        }

        // "The only thing that can arrive in this state is a retransmission of the remote FIN. Acknowledge it, and restart the 2 MSL timeout."
        if (seg.HasFin && seg.End == RcvNxt)
        {
            return TimeWaitAnswer.AcknowledgeAndRestart;
        }

        var rcv = new ReceiveSequence { Nxt = RcvNxt, Edge = RcvNxt + RcvWnd };
        var isQuiet = seg.Len == 0 && ReceiveWindow.IsAcceptable(in rcv, in seg) && (!seg.HasAck || seg.Ack <= SndNxt);
        return isQuiet ? TimeWaitAnswer.Drop : TimeWaitAnswer.Acknowledge;
    }

    /// <summary>The segment that <see cref="TimeWaitAnswer.Acknowledge"/> means.</summary>
    public OutgoingSegment Acknowledgment() => new()
    {
        Seq = SndNxt,
        Ack = RcvNxt,
        Wnd = RcvWnd,
        Control = ControlBits.Ack,
        Reason = SendReason.DuplicateAck,
    };
}
