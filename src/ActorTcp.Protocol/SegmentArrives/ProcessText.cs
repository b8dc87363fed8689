using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, seventh: process the segment text.</content>
internal static partial class SegmentArrives
{
    private static bool ProcessText(Tcb tcb, in Segment seg, EffectList fx)
    {
        NoteFin(tcb, in seg);   // text ends there, also what is held already
        if (!tcb.State.AcceptsText())
        {
            return true;
        }

        if (!seg.Text.IsEmpty && !TakeText(tcb, in seg, fx))
        {
            return false;
        }

        Join(tcb, fx);
        return true;
    }

    /// <summary>Takes what lies in the window: the rest is old, or was not asked for, or stands behind the peer's FIN.</summary>
    /// <returns>Whether the connection is still there.</returns>
    private static bool TakeText(Tcb tcb, in Segment seg, EffectList fx)
    {
        ref var rcv = ref tcb.Rcv;
        EcnMarks.TextArrives(tcb, in seg);
        var offset = Math.Max(rcv.Nxt - seg.TextStart, 0);
        var start = seg.TextStart + (uint)offset;
        var distance = start - rcv.Nxt;
        var length = Math.Min(seg.Text.Length - offset, rcv.TextEdge - start);
        SelectiveAck.NoteDuplicate(tcb, in seg);
        if (length <= 0)
        {
            rcv.AckDue = AckDue.Duplicate;
            return true;
        }

        if (rcv.Shut)
        {
            Replies.Reset(tcb, fx);
            fx.Signal(Signal.ConnectionReset);
            tcb.Enter(TcpState.Closed, Cause.TextAfterClose, fx);
            return false;
        }

        if (distance > 0)
        {
            Hold(tcb, start, offset, length, fx);
            rcv.AckDue = AckDue.Duplicate;
            return true;
        }

        fx.Deliver(offset, length);
        rcv.Nxt += (uint)length;
        rcv.Unread += length;
        rcv.SegmentsUnacknowledged += (byte)(length > tcb.ReceiveMss ? 2 : 1);   // a device may hand over many in one
        rcv.AckDue = Stronger(rcv.AckDue, tcb.Reassembly is { Count: > 0 } || SelectiveAck.HasDuplicate(tcb) ? AckDue.Now : AckDue.Delayed);   // RFC 5681 §4.2: a gap was closed, wholly or in part
        return true;
    }

    /// <summary>Keeps text beyond RCV.NXT; without room for another gap it is dropped and will come again.</summary>
    private static void Hold(Tcb tcb, SeqNum start, int offset, int length, EffectList fx)
    {
        tcb.Reassembly ??= new RangeSet();
        tcb.Reassembly.Note(start);
        if (tcb.Reassembly.Add(start, start + (uint)length))
        {
            fx.Hold(offset, length, start - tcb.Rcv.Nxt);
        }
    }

    /// <summary>What was held and now follows without a gap is delivered too.</summary>
    private static void Join(Tcb tcb, EffectList fx)
    {
        var contiguous = (int)(tcb.Reassembly?.TakeContiguous(tcb.Rcv.Nxt) ?? 0);
        var joined = Math.Min(contiguous, tcb.Rcv.TextEdge - tcb.Rcv.Nxt);
        if (joined > 0)
        {
            fx.Join(joined);
            tcb.Rcv.Nxt += (uint)joined;
            tcb.Rcv.Unread += joined;
            tcb.Rcv.AckDue = Stronger(tcb.Rcv.AckDue, AckDue.Now);
        }
    }

    private static AckDue Stronger(AckDue a, AckDue b) => a > b ? a : b;
}
