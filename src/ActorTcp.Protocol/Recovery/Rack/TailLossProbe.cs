using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §7: when the last segments of a flight are lost nothing follows that could show it; so, before the timeout, one more is sent that does.</summary>
internal static class TailLossProbe
{
    /// <summary>The least time that a probe waits beyond two round trips: the alarms of a shard are accurate to a millisecond, and peers have to be scheduled.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(2);

    /// <summary>§7.2: starts the timer when something is in flight of which nothing is known to be lost or reordered.</summary>
    public static void Schedule(Tcb tcb, TimeSpan now)
    {
        if (tcb.InFlight is { AwaitsLate: true })
        {
            return;
        }

        if (tcb.InFlight is not { SackedCount: 0 } flight || tcb.Probe.IsOut || tcb.Snd.SynInFlight || RackRecovery.IsRecovering(tcb) || !tcb.Timers.IsRunning(Timer.Retransmission))
        {
            tcb.Timers.Stop(Timer.LossDetection);
        }
        else if (!tcb.Timers.IsRunning(Timer.LossDetection))
        {
            var due = now + Timeout(tcb, flight);
            var rto = tcb.Timers.Due(Timer.Retransmission);
            tcb.Timers.Start(Timer.LossDetection, due < rto ? due : rto);
        }
    }

    /// <summary>§7.3: sends new text, or else the last segment again; the congestion window may be exceeded by this one.</summary>
    public static void Send(Tcb tcb, EffectList fx)
    {
        if (tcb.InFlight is not { Count: > 0 } flight)
        {
            return;
        }

        var isNew = Output.SendNew(tcb, fx);
        if (!isNew)
        {
            var length = Math.Min(flight.End.After(flight.BeginOf(flight.Count - 1)), tcb.EffectiveSendMss);
            tcb.Rto.StopTiming();
            Output.Repeat(tcb, flight.End - length, length, SendReason.LossProbe, fx);
        }

        tcb.Probe = new LossProbe { End = tcb.Snd.Nxt, IsOut = true, IsRetransmission = !isNew };
        tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
    }

    /// <summary>§7.4.2: a loss that the probe itself has repaired is congestion too.</summary>
    public static void AckArrives(Tcb tcb, in Segment seg, SackBlock? duplicate, bool isNew)
    {
        ref var probe = ref tcb.Probe;
        if (!probe.IsOut || tcb.Snd.Una < probe.End)
        {
            return;
        }

        var isTwiceThere = duplicate is { } block && block.Right == probe.End;
        if (!probe.IsRetransmission || isTwiceThere || (!isNew && !seg.Options.Has(OptionKinds.Sack)))
        {
            probe.IsOut = false;
        }
        else if (tcb.Snd.Una > probe.End)
        {
            probe.IsOut = false;
            if (!RackRecovery.IsRecovering(tcb))
            {
                RackRecovery.Enter(tcb);
            }
        }
    }

    /// <summary>§7.2, PTO: two round trips, and for a lone segment the delay of the peer's acknowledgment, which is taken to be like our own.</summary>
    private static TimeSpan Timeout(Tcb tcb, SegmentsInFlight flight) => tcb.Rto.IsMeasured
        ? (tcb.Rto.Srtt * 2) + Slack + (flight.Count == 1 ? tcb.Settings.DelayedAck : TimeSpan.Zero)
        : TimeSpan.FromSeconds(1);
}
