using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.4.2: all that TIME-WAIT has to remember, a value of 20 octets beside the four-tuple and the time.</summary>
/// <param name="SndNxt">SND.NXT, after our FIN.</param>
/// <param name="RcvNxt">RCV.NXT, after the peer's FIN: "last SEQ" of RFC 6191.</param>
/// <param name="RcvWnd">RCV.WND as last offered, scaled as segments have it.</param>
/// <param name="HasTimestamps">Whether the connection had timestamps; then <paramref name="TsRecent"/> is the last that the peer sent.</param>
internal readonly record struct TimeWaitRecord(SeqNum SndNxt, SeqNum RcvNxt, ushort RcvWnd, bool HasTimestamps, uint TsOffset, uint TsRecent)
{
    public static TimeWaitRecord Of(Tcb tcb) => new(
        tcb.Snd.Nxt,
        tcb.Rcv.Nxt,
        (ushort)(tcb.Rcv.Wnd >> tcb.Rcv.Shift),
        tcb.Has(OptionKinds.Timestamps),
        tcb.Timestamps.Offset,
        tcb.Timestamps.Recent);

    /// <summary>The steps of §3.10.7.4, of which this state has few left.</summary>
    public TimeWaitAnswer Answer(in Segment seg, ConnectionSettings settings)
    {
        if (seg.HasRst)
        {
            return settings.TimeWaitIgnoresReset || seg.Seq != RcvNxt ? TimeWaitAnswer.Drop : TimeWaitAnswer.Close;
        }

        if (seg.HasSyn && !seg.HasAck)
        {
            return IsNew(in seg) ? TimeWaitAnswer.Reopen : TimeWaitAnswer.Drop;
        }

        if (IsOld(in seg))
        {
            return TimeWaitAnswer.Acknowledge;   // RFC 7323 §5.3 R1
        }

        // "The only thing that can arrive in this state is a retransmission of the remote FIN. Acknowledge it, and restart the 2 MSL timeout."
        if (seg.HasFin && seg.HasAck && seg.End == RcvNxt)
        {
            return TimeWaitAnswer.AcknowledgeAndRestart;
        }

        var rcv = new ReceiveSequence { Nxt = RcvNxt, Edge = RcvNxt + RcvWnd };
        if (!seg.HasAck && ReceiveWindow.IsAcceptable(in rcv, in seg))
        {
            return TimeWaitAnswer.Drop;   // fifth: "if the ACK bit is off, drop the segment and return"
        }

        var isExpected = seg.Len == 0 && seg.Seq == RcvNxt && seg.Ack <= SndNxt;
        return isExpected ? TimeWaitAnswer.Drop : TimeWaitAnswer.Acknowledge;
    }

    /// <summary>The segment that <see cref="TimeWaitAnswer.Acknowledge"/> means.</summary>
    public OutgoingSegment Acknowledgment(TimeSpan now) => new()
    {
        Seq = SndNxt,
        Ack = RcvNxt,
        Wnd = RcvWnd,
        Control = ControlBits.Ack,
        Reason = SendReason.DuplicateAck,
        Options = new TcpOptions
        {
            Present = HasTimestamps ? OptionKinds.Timestamps : OptionKinds.None,
            TsVal = new Timestamps { Offset = TsOffset }.Value(now),
            TsEcr = TsRecent,
        },
    };

    private bool IsOld(in Segment seg) =>
        HasTimestamps && seg.Options.Has(OptionKinds.Timestamps) && unchecked((int)(seg.Options.TsVal - TsRecent)) < 0;

    /// <summary>RFC 6191 §2: a SYN whose timestamp, or else whose sequence number, lies beyond the old connection's is new; any other an old duplicate.</summary>
    private bool IsNew(in Segment seg)
    {
        var isBeyond = seg.Seq > RcvNxt;
        if (!seg.Options.Has(OptionKinds.Timestamps))
        {
            return isBeyond;
        }

        var newer = unchecked((int)(seg.Options.TsVal - TsRecent));
        return !HasTimestamps || newer > 0 || (newer == 0 && isBeyond);
    }
}
