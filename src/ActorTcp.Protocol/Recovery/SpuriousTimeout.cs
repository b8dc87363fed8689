using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 3522, Eifel: a timestamp tells whether the first ACK after a timeout answers the repetition or the original, which was only late; RFC 4015 then takes the timeout back.</summary>
internal struct SpuriousTimeout
{
    private uint _retransmitTs;
    private uint _pipePrev;
    private bool _isOpen;

    /// <summary>RFC 3522 §3.2 (1), RFC 4015 §3.2: the first timeout is about to be acted upon; the question is open until something new is acknowledged.</summary>
    public void TimesOut(Tcb tcb, TimeSpan now)
    {
        _retransmitTs = tcb.Timestamps.Value(now);
        _pipePrev = Math.Max(tcb.Snd.Flight, tcb.Congestion.SlowStartThreshold);
        _isOpen = tcb.Has(OptionKinds.Timestamps);
    }

    /// <summary>RFC 3522 §3.2 (4): <paramref name="octets"/> new octets are acknowledged. If by the original, nothing is taken for lost any more and slow start leads back to where sending was.</summary>
    public void AckArrives(Tcb tcb, SegmentsInFlight flight, in Segment seg, uint octets)
    {
        if (!_isOpen || octets == 0)
        {
            return;
        }

        _isOpen = false;
        if (unchecked((int)(seg.Options.TsEcr - _retransmitTs)) < 0)
        {
            flight.ForgetLosses();
            tcb.Congestion.SlowStartThreshold = _pipePrev;
            tcb.Congestion.Size = tcb.Snd.Flight + Math.Min(octets, (uint)tcb.Settings.InitialWindow * tcb.EffectiveSendMss);
            tcb.Congestion.Recover = tcb.Snd.Una;
        }
    }
}
