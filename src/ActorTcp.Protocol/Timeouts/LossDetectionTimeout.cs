namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §6.2 step 5 and §7.3: one timer serves both, for a flight is probed only while nothing of it is late.</summary>
internal static class LossDetectionTimeout
{
    public static void Process(Tcb tcb, EffectList fx)
    {
        if (tcb.InFlight is { AwaitsLate: true } flight)
        {
            Rack.DetectLoss(tcb, flight, fx);
            RackRecovery.Pace(tcb, flight, delivered: 0, isSafe: false);
        }
        else
        {
            TailLossProbe.Send(tcb, fx);
        }
    }
}
