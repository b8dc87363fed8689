using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>
/// RFC 5682, F-RTO: without timestamps, two new segments in place of repetitions show whether a timeout was one too many. If what comes back
/// is an acknowledgment of text that was never repeated, the originals were only late.
/// </summary>
/// <remarks>From the timeout until the first ACK after it, the question is open as long as <see cref="CongestionWindow.PipePrev"/> is not 0. When new segments have gone out, this waits for what comes back.</remarks>
/// <param name="recover">SND.NXT when the timer fired.</param>
/// <param name="resume">Where repetitions would have gone on.</param>
internal sealed class ForwardRecovery(SeqNum recover, SeqNum resume)
{
    private const int NewSegments = 2;

    private bool _isOriginalDelivered;

    /// <summary>§2.1 and §3.1, step 1: the first timeout of a flight of which nothing was taken for lost before. The reaction to it has yet to come.</summary>
    public static void TimesOut(Tcb tcb)
    {
        var isFirst = tcb.Retransmissions == 1 && !RackRecovery.IsRecovering(tcb);
        End(tcb);
        tcb.Congestion.PipePrev = isFirst && !SpuriousTimeout.CanTell(tcb) ? SpuriousTimeout.PipePrev(tcb) : 0;
    }

    /// <summary>Something has been delivered that was sent once.</summary>
    public void Delivered(in SentSegment segment) => _isOriginalDelivered |= segment.End <= recover;

    /// <summary>Steps 2 and 3.</summary>
    /// <param name="octets">How far SND.UNA has moved.</param>
    /// <param name="isDuplicate">The ACK tells of something new beyond a gap, or is a duplicate.</param>
    public static void AckArrives(Tcb tcb, uint octets, bool isDuplicate, EffectList fx)
    {
        if (tcb.Congestion.PipePrev == 0 || (octets == 0 && !isDuplicate))
        {
            return;
        }

        if (tcb.Forward is { } forward)
        {
            var pipePrev = tcb.Congestion.PipePrev;
            End(tcb);
            forward.Decide(tcb, pipePrev, octets, fx);
        }
        else if (octets == 0 ? !tcb.UsesRack : tcb.Snd.Una >= tcb.Congestion.Recover || !SendNew(tcb, fx))
        {
            End(tcb);   // nothing can be learned: the timeout is believed
        }
    }

    /// <summary>Step 2b. The congestion window may be exceeded by these two.</summary>
    private static bool SendNew(Tcb tcb, EffectList fx)
    {
        var resume = tcb.Snd.Cursor;
        tcb.Snd.Cursor = tcb.Snd.Nxt;
        var sent = 0;
        while (sent < NewSegments && Output.SendNew(tcb, fx))
        {
            sent++;
        }

        if (sent == 0)
        {
            tcb.Snd.Cursor = resume;
            return false;
        }

        tcb.Forward = new ForwardRecovery(tcb.Congestion.Recover, resume);
        return true;
    }

    private static void End(Tcb tcb)
    {
        tcb.Congestion.PipePrev = 0;
        tcb.Forward = null;
    }

    /// <summary>Step 3. With selective acknowledgments it is known what has arrived; without, the second advance is of an original.</summary>
    private void Decide(Tcb tcb, uint pipePrev, uint octets, EffectList fx)
    {
        if (tcb.UsesRack ? _isOriginalDelivered && tcb.Snd.Una <= recover : octets > 0)
        {
            SpuriousTimeout.Undo(tcb, pipePrev, octets, fx);
        }
        else if (!tcb.UsesRack)
        {
            tcb.Snd.Cursor = SeqNum.Max(resume, tcb.Snd.Una);
        }
    }
}
