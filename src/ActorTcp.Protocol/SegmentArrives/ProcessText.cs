using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.4, seventh: process the segment text.</content>
internal static partial class SegmentArrives
{
    private static bool ProcessText(Tcb tcb, in Segment seg, EffectList fx)
    {
        if (seg.Text.IsEmpty || !tcb.State.AcceptsText())
        {
            return true;
        }

        ref var rcv = ref tcb.Rcv;
        var offset = Math.Max(rcv.Nxt - seg.TextStart, 0);
        var start = seg.TextStart + (uint)offset;
        var distance = start - rcv.Nxt;
        var length = Math.Min(seg.Text.Length - offset, (int)rcv.Wnd - distance);
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
        rcv.SegmentsUnacknowledged++;
        var closedGap = tcb.Reassembly is { Count: > 0 };
        Join(tcb, fx);
        rcv.AckDue = closedGap ? AckDue.Now : Stronger(rcv.AckDue, AckDue.Delayed);
        return true;
    }

    /// <summary>Keeps text beyond RCV.NXT; without room for another gap it is dropped and will come again.</summary>
    private static void Hold(Tcb tcb, SeqNum start, int offset, int length, EffectList fx)
    {
        tcb.Reassembly ??= new Reassembly();
        if (tcb.Reassembly.Add(start, start + (uint)length))
        {
            fx.Hold(offset, length, start - tcb.Rcv.Nxt);
        }
    }

    /// <summary>What was held and now follows without a gap is delivered too.</summary>
    private static void Join(Tcb tcb, EffectList fx)
    {
        var joined = tcb.Reassembly?.TakeContiguous(tcb.Rcv.Nxt) ?? 0;
        if (joined > 0)
        {
            fx.Join((int)joined);
            tcb.Rcv.Nxt += joined;
            tcb.Rcv.Unread += (int)joined;
            tcb.Rcv.AckDue = Stronger(tcb.Rcv.AckDue, AckDue.Now);
        }
    }

    private static AckDue Stronger(AckDue a, AckDue b) => a > b ? a : b;
}
