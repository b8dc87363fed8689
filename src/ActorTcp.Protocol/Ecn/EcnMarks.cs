using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 3168 §6.1.2–6.1.5: marks on arriving text are echoed to its sender, and echoes of marks on ours reduce the window, once in a round trip.</summary>
internal static class EcnMarks
{
    /// <summary>§6.1.3: acceptable text has come. CWR first: the mark on the same packet is a new one.</summary>
    public static void TextArrives(Tcb tcb, in Segment seg)
    {
        ref var ecn = ref tcb.Ecn;
        ecn.Echoes = ecn.IsOn && (seg.Ecn == EcnCodepoint.Ce || (ecn.Echoes && (seg.Control & ControlBits.Cwr) == 0));
        if (seg.Ecn == EcnCodepoint.Ce && ecn.IsOn)
        {
            tcb.Rcv.AckDue = AckDue.Now;   // the sooner the sender hears of it, the better for all on the path
        }
    }

    /// <summary>§6.1.2: an acceptable acknowledgment has come, and SND.UNA has not moved yet. With nothing in flight an echo is of a mark that was answered before.</summary>
    public static void AckArrives(Tcb tcb, in Segment seg)
    {
        ref var ecn = ref tcb.Ecn;
        ecn.IsReduced = ecn.IsReduced && seg.Ack <= ecn.ReducedUpTo;   // beyond it: what carried CWR has arrived
        if (IsEcho(tcb, in seg) && tcb.Snd.Flight > 0 && !RackRecovery.IsRecovering(tcb))
        {
            Reduce(tcb);
        }
    }

    /// <summary>An ACK that tells of a mark: the window must not grow by it.</summary>
    public static bool IsEcho(Tcb tcb, in Segment seg) => tcb.Ecn.IsOn && (seg.Control & ControlBits.Ece) != 0;

    /// <summary>A loss was found, or a mark: the window shrinks, unless it has done so in this round trip.</summary>
    public static void Reduce(Tcb tcb)
    {
        if (!tcb.Ecn.IsReduced || tcb.Snd.Una >= tcb.Ecn.ReducedUpTo)
        {
            tcb.Settings.Congestion.LossDetected(tcb, tcb.Snd.Flight, tcb.EffectiveSendMss);
            Reduced(tcb);
        }
    }

    /// <summary>The window has shrunk, for whatever reason: the peer is to be told.</summary>
    public static void Reduced(Tcb tcb)
    {
        ref var ecn = ref tcb.Ecn;
        if (ecn.IsOn)
        {
            ecn.IsReduced = true;
            ecn.ReducedUpTo = tcb.Snd.Nxt;
            ecn.OwesCwr = true;
        }
    }

    /// <summary>§6.1.4–6.1.6: only text that is sent for the first time, within the window, may be marked; it also carries CWR.</summary>
    public static void OnNewText(Tcb tcb, ref OutgoingSegment segment)
    {
        if (tcb.Ecn.IsOn)
        {
            segment.Ecn = EcnCodepoint.Ect0;
            segment.Control |= tcb.Ecn.OwesCwr ? ControlBits.Cwr : ControlBits.None;
            tcb.Ecn.OwesCwr = false;
        }
    }
}
