namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §6.2 step 5: what might only have been late has had its time.</summary>
internal static class ReorderingTimeout
{
    public static void Process(Tcb tcb, EffectList fx)
    {
        if (tcb.InFlight is { } flight)
        {
            Rack.DetectLoss(tcb, flight, fx);
        }
    }
}
