using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §6, RACK: a segment is lost when one that was sent well after it has been delivered.</summary>
internal static class Rack
{
    /// <summary>§6.1: [<paramref name="from"/>, <paramref name="to"/>) leaves, be it for the first time or again.</summary>
    public static void Sent(Tcb tcb, SeqNum from, SeqNum to, bool isRetransmission, EffectList fx)
    {
        if (!tcb.UsesRack)
        {
            return;
        }

        tcb.InFlight ??= fx.Flights.Rent();
        tcb.InFlight.Rate.Sent(to.After(from));
        tcb.InFlight.Sent(from, to, isRetransmission, fx.Now);
        if (!tcb.InFlight.AwaitsLate)
        {
            tcb.Timers.Stop(Timer.LossDetection);   // the tail is another one now
        }
    }

    /// <summary>§6.2: an ACK has come and SND.UNA has moved by <paramref name="octets"/>, maybe none.</summary>
    public static void AckArrives(Tcb tcb, in Segment seg, uint octets, EffectList fx)
    {
        var duplicate = SelectiveAck.Duplicate(tcb, in seg);
        if (duplicate is not null)
        {
            tcb.Reordering ??= new ReorderingWindow();
        }

        tcb.Reordering?.AckArrives(tcb, isDuplicate: duplicate is not null);
        var sacked = tcb.InFlight?.SackedOctets ?? 0;
        var isNew = tcb.InFlight is { } known && Deliver(tcb, known, in seg, fx.Now) | octets > 0;
        tcb.InFlight?.Doubt.AckArrives(tcb, in seg, octets, fx);
        ForwardRecovery.AckArrives(tcb, octets, isDuplicate: isNew, fx);
        TailLossProbe.AckArrives(tcb, in seg, duplicate, isNew);
        RackRecovery.Acknowledged(tcb, in seg, octets, fx.Now);
        if (tcb.InFlight is { Count: 0 })
        {
            tcb.EndFlight(fx);
        }
        else if (tcb.InFlight is { } flight && isNew)
        {
            var isLoss = DetectLoss(tcb, flight, fx);
            RackRecovery.Pace(tcb, flight, delivered: octets + flight.SackedOctets - sacked, isSafe: octets > 0 && !isLoss);
        }
    }

    /// <summary>§6.2 step 5: finds what is lost by now, and waits for what may only be late.</summary>
    /// <returns>Whether anything is lost that was not before.</returns>
    public static bool DetectLoss(Tcb tcb, SegmentsInFlight flight, EffectList fx)
    {
        flight.AwaitsLate = false;
        tcb.Timers.Stop(Timer.LossDetection);
        if (!flight.Latest.IsKnown)
        {
            return false;
        }

        var wait = TimeSpan.Zero;
        var isLoss = false;
        var patience = flight.Latest.Rtt + Window(tcb, flight);
        for (var i = 0; i < flight.Count; i++)
        {
            ref readonly var segment = ref flight.Segments[i];
            if (!SentSegment.SentAfter(flight.Latest.SentAt, flight.Latest.End, segment.SentAt, segment.End))
            {
                if (!segment.IsRetransmitted)
                {
                    break;   // and all that follows was sent later still
                }
            }
            else if (!segment.IsGone)
            {
                var remaining = segment.SentAt + patience - fx.Now;
                wait = remaining > wait ? remaining : wait;
                if (remaining <= TimeSpan.Zero)
                {
                    flight.MarkLost(i);
                    isLoss |= tcb.PathMtu?.LosesProbe(flight.BeginOf(i), fx) != true;
                }
            }
        }

        if (wait > TimeSpan.Zero)
        {
            flight.AwaitsLate = true;
            tcb.Timers.Start(Timer.LossDetection, fx.Now + wait);
        }

        if (isLoss)
        {
            RackRecovery.LossDetected(tcb);
        }

        return isLoss;
    }

    /// <summary>§6.3: the retransmission timer has fired. The first segment is lost, and what was sent long enough ago.</summary>
    public static void TimedOut(Tcb tcb, SegmentsInFlight flight, TimeSpan now)
    {
        if (flight.Segments[0].IsSacked)
        {
            flight.ForgetSacks();   // RFC 2018 §8: what the peer had, it would have acknowledged
        }

        var patience = flight.Latest.Rtt + Window(tcb, flight);
        for (var i = 0; i < flight.Count; i++)
        {
            ref readonly var segment = ref flight.Segments[i];
            if (!segment.IsSacked && (i == 0 || segment.SentAt + patience <= now))
            {
                flight.MarkLost(i);
            }
        }

        tcb.Probe = default;
        flight.AwaitsLate = false;
        tcb.Timers.Stop(Timer.LossDetection);
    }

    /// <summary>Steps 1 to 3 for everything that the ACK tells of for the first time.</summary>
    /// <returns>Whether it tells of anything beyond a gap.</returns>
    private static bool Deliver(Tcb tcb, SegmentsInFlight flight, in Segment seg, TimeSpan now)
    {
        var forward = flight.Latest.IsKnown ? flight.Latest.Forward : flight.Begin;
        foreach (ref readonly var segment in flight.Segments)
        {
            if (segment.End > tcb.Snd.Una)
            {
                break;
            }

            if (!segment.IsSacked)
            {
                Delivered(tcb, flight, in segment, forward, in seg, now);
            }
        }

        flight.RemoveUpTo(tcb.Snd.Una);
        var isNew = false;
        for (var b = 0; tcb.Has(OptionKinds.SackPermitted) && seg.Options.Has(OptionKinds.Sack) && b < seg.Options.SackCount; b++)
        {
            var block = seg.Options.Sacks[b];
            if (!SelectiveAck.IsCredible(tcb, block))
            {
                continue;
            }

            for (var i = flight.FirstFrom(block.Left); i < flight.Count && flight.Segments[i].End <= block.Right; i++)
            {
                if (!flight.Segments[i].IsSacked)
                {
                    Delivered(tcb, flight, in flight.Segments[i], forward, in seg, now);
                    flight.MarkSacked(i);
                    isNew = true;
                }
            }
        }

        return isNew;
    }

    /// <param name="forward">RACK.fack before this ACK.</param>
    private static void Delivered(Tcb tcb, SegmentsInFlight flight, in SentSegment segment, SeqNum forward, in Segment seg, TimeSpan now)
    {
        ref var latest = ref flight.Latest;
        var rtt = now - segment.SentAt;
        if (!segment.IsRetransmitted)
        {
            tcb.Congestion.Measured(rtt);
            tcb.Forward?.Delivered(in segment);
            if (segment.End < forward)
            {
                (tcb.Reordering ??= new ReorderingWindow()).IsReorderingSeen = true;
            }
        }

        latest.Forward = SeqNum.Max(latest.IsKnown ? latest.Forward : segment.End, segment.End);
        if (segment.IsRetransmitted && IsAnswerToTheFirst(tcb, in segment, rtt, in seg))
        {
            return;
        }

        latest.Rtt = rtt;
        if (!latest.IsKnown || SentSegment.SentAfter(segment.SentAt, segment.End, latest.SentAt, latest.End))
        {
            latest.SentAt = segment.SentAt;
            latest.End = segment.End;
            latest.IsKnown = true;
        }
    }

    /// <summary>Step 2: whether what was repeated has arrived before the repetition could have.</summary>
    private static bool IsAnswerToTheFirst(Tcb tcb, in SentSegment segment, TimeSpan rtt, in Segment seg) =>
        rtt < tcb.Congestion.MinRtt
        || (tcb.Has(OptionKinds.Timestamps) && tcb.Timestamps.IsBefore(seg.Options.TsEcr, segment.SentAt));

    private static TimeSpan Window(Tcb tcb, SegmentsInFlight flight) =>
        ReorderingWindow.Size(tcb.Reordering, RackRecovery.IsRecovering(tcb) || flight.SackedCount >= LossRecovery.DuplicateAckThreshold, tcb.Congestion.MinRtt, tcb.Rto.Srtt);
}
