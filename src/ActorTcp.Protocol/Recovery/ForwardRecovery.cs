using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>
/// RFC 5682, F-RTO: without timestamps, two new segments in place of repetitions show whether a timeout was one too many. If what comes back
/// is an acknowledgment of text that was never repeated, the originals were only late.
/// </summary>
/// <param name="recover">SND.NXT when the timer fired.</param>
/// <param name="pipePrev">What the window is to grow to again if nothing was lost (RFC 4015 §3.2).</param>
internal sealed class ForwardRecovery(SeqNum recover, uint pipePrev)
{
    private const int NewSegments = 2;

    private SeqNum _resume;
    private bool _hasSentNew;
    private bool _isOriginalDelivered;

    /// <summary>§2.1 and §3.1, step 1: the first timeout of a flight of which nothing was taken for lost before. The reaction to it has yet to come.</summary>
    public static void TimesOut(Tcb tcb)
    {
        var isFirst = tcb.Retransmissions == 1 && !RackRecovery.IsRecovering(tcb);
        tcb.Forward = isFirst && !SpuriousTimeout.CanTell(tcb) ? new ForwardRecovery(tcb.Snd.Nxt, SpuriousTimeout.PipePrev(tcb)) : null;
    }

    /// <summary>Something has been delivered that was sent once.</summary>
    public void Delivered(in SentSegment segment) => _isOriginalDelivered |= segment.End <= recover;

    /// <summary>Steps 2 and 3.</summary>
    /// <param name="octets">How far SND.UNA has moved.</param>
    /// <param name="isDuplicate">The ACK tells of something new beyond a gap, or is a duplicate.</param>
    public void AckArrives(Tcb tcb, uint octets, bool isDuplicate, EffectList fx)
    {
        if (octets == 0 && !isDuplicate)
        {
            return;
        }

        if (_hasSentNew)
        {
            tcb.Forward = null;
            Decide(tcb, octets, fx);
        }
        else if (octets == 0 ? !tcb.UsesRack : tcb.Snd.Una >= recover || !SendNew(tcb, fx))
        {
            tcb.Forward = null;   // nothing can be learned: the timeout is believed
        }
    }

    /// <summary>Step 2b. The congestion window may be exceeded by these two.</summary>
    private bool SendNew(Tcb tcb, EffectList fx)
    {
        _resume = tcb.Snd.Cursor;
        tcb.Snd.Cursor = tcb.Snd.Nxt;
        for (var sent = 0; sent < NewSegments && Output.SendNew(tcb, fx); sent++)
        {
            _hasSentNew = true;
        }

        tcb.Snd.Cursor = _hasSentNew ? tcb.Snd.Cursor : _resume;
        _isOriginalDelivered = false;
        return _hasSentNew;
    }

    /// <summary>Step 3. With selective acknowledgments it is known what has arrived; without, the second advance is of an original.</summary>
    private void Decide(Tcb tcb, uint octets, EffectList fx)
    {
        if (tcb.UsesRack ? _isOriginalDelivered && tcb.Snd.Una <= recover : octets > 0)
        {
            SpuriousTimeout.Undo(tcb, pipePrev, octets, fx);
        }
        else if (!tcb.UsesRack)
        {
            tcb.Snd.Cursor = SeqNum.Max(_resume, tcb.Snd.Una);
        }
    }
}
