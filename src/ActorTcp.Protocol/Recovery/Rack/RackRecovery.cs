using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Loss recovery where RACK finds what is lost: as RFC 6675 §5, but what is lost is marked on the segment and may be lost again.</summary>
internal static class RackRecovery
{
    /// <summary>Whether what was in flight when a loss was found, by acknowledgments or by a timeout, is not acknowledged in full yet.</summary>
    public static bool IsRecovering(Tcb tcb) => tcb.Congestion.InFastRecovery || tcb.Snd.Una < tcb.Congestion.Recover;

    /// <summary>SND.UNA has moved by <paramref name="octets"/>, maybe none.</summary>
    public static void Acknowledged(Tcb tcb, in Segment seg, uint octets, TimeSpan now)
    {
        ref var window = ref tcb.Congestion;
        if (octets == 0)
        {
            return;
        }

        if (!window.InFastRecovery)
        {
            LossRecovery.Grow(tcb, in seg, octets, now);
        }
        else if (tcb.Snd.Una >= window.Recover)
        {
            window.InFastRecovery = false;
            window.Size = window.SlowStartThreshold;
            tcb.Reordering?.RecoveryEnds();
        }
    }

    /// <summary>Something is lost: the first time in a round trip the window shrinks (RFC 5681 §3.2).</summary>
    public static void LossDetected(Tcb tcb)
    {
        if (!IsRecovering(tcb))
        {
            Enter(tcb);
        }
    }

    /// <summary>Fast recovery begins.</summary>
    public static void Enter(Tcb tcb)
    {
        ref var window = ref tcb.Congestion;
        EcnMarks.Reduce(tcb);
        window.Recover = tcb.Snd.Nxt;
        window.InFastRecovery = true;
        tcb.InFlight?.Rate.Begin(tcb.Snd.Flight);
    }

    /// <summary>During fast recovery the window is what is underway and what may go out for what this ACK tells of (RFC 6937 §3); the first time, one segment may at least.</summary>
    public static void Pace(Tcb tcb, SegmentsInFlight flight, uint delivered, bool isSafe)
    {
        ref var window = ref tcb.Congestion;
        if (window.InFastRecovery)
        {
            var pipe = tcb.Snd.Flight - flight.Gone;
            var mss = tcb.EffectiveSendMss;
            var least = flight.Rate.HasSent ? 0 : mss;
            window.Size = Math.Max(pipe + Math.Max(flight.Rate.Allowance(delivered, pipe, window.SlowStartThreshold, mss, isSafe), least), mss);
        }
    }

    /// <summary>Sends again what is lost while the network has room for it.</summary>
    /// <returns>Whether nothing lost is left waiting: then new text may follow.</returns>
    public static bool SendLost(Tcb tcb, EffectList fx)
    {
        while (tcb.InFlight is { } flight && flight.TryNextLost(out var from, out var to) && IsAcceptable(tcb, from))
        {
            var pipe = tcb.Snd.Flight - flight.Gone;
            if (pipe > 0 && pipe + Math.Min(to.After(from), tcb.EffectiveSendMss) > tcb.Congestion.Size)
            {
                return false;
            }

            RepeatLost(tcb, fx);
        }

        return true;
    }

    private static void RepeatLost(Tcb tcb, EffectList fx)
    {
        if (tcb.InFlight!.TryNextLost(out var from, out var to))
        {
            tcb.Rto.StopTiming();
            Output.Repeat(tcb, from, to.After(from), tcb.Congestion.InFastRecovery ? SendReason.FastRetransmission : SendReason.Retransmission, fx);
        }
    }

    /// <summary>Whether the peer still has room there: it may have taken its window back.</summary>
    private static bool IsAcceptable(Tcb tcb, SeqNum from) => from < tcb.Snd.FirstOctet + tcb.Snd.Wnd;
}
