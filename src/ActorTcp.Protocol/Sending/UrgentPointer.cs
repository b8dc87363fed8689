using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.8.5: urgent information, kept for old applications (MUST-30); new ones should not use it (SHLD-13).</summary>
internal static class UrgentPointer
{
    /// <summary>Sets URG and SEG.UP, which names the octet after the urgent ones (MUST-62), as far as 16 bits reach.</summary>
    public static void Mark(Tcb tcb, ref OutgoingSegment segment)
    {
        if (tcb.Snd.Urgent && tcb.Snd.Up > segment.Seq)
        {
            segment.Control |= ControlBits.Urg;
            segment.Up = (ushort)Math.Min(tcb.Snd.Up.After(segment.Seq), ushort.MaxValue);
        }
    }

    /// <summary>RCV.UP ← max(RCV.UP, SEG.UP); the user is told when there is more urgent data ahead than before (MUST-32).</summary>
    public static void Arrives(Tcb tcb, in Segment seg, EffectList fx)
    {
        var up = seg.Seq + seg.Up;
        if (tcb.Rcv.Urgent ? up > tcb.Rcv.Up : up > tcb.Rcv.Nxt - (uint)tcb.Rcv.Unread)
        {
            tcb.Rcv.Up = up;
            tcb.Rcv.Urgent = true;
            fx.Signal(Signal.Urgent);
        }
    }
}
