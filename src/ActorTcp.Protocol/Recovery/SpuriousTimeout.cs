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
        _pipePrev = PipePrev(tcb);
        _isOpen = CanTell(tcb);
    }

    /// <summary>Whether this connection finds out in this way.</summary>
    public static bool CanTell(Tcb tcb) => tcb.UsesRack && tcb.Has(OptionKinds.Timestamps);

    /// <summary>RFC 4015 §3.2, pipe_prev.</summary>
    public static uint PipePrev(Tcb tcb) => Math.Max(tcb.Snd.Flight, tcb.Congestion.SlowStartThreshold);

    /// <summary>RFC 4015 §3.2: nothing is taken for lost any more, and slow start leads back to where sending was.</summary>
    public static void Undo(Tcb tcb, uint pipePrev, uint octets, EffectList fx)
    {
        fx.Tally(Incident.SpuriousTimeout);
        tcb.InFlight?.ForgetLosses();
        tcb.Congestion.SlowStartThreshold = pipePrev;
        tcb.Congestion.Size = tcb.Snd.Flight + Math.Min(octets, (uint)tcb.Settings.InitialWindow * tcb.EffectiveSendMss);
        tcb.Congestion.Recover = tcb.Snd.Una;
    }

    /// <summary>RFC 3522 §3.2 (4): <paramref name="octets"/> new octets are acknowledged, by the original or by the repetition.</summary>
    public void AckArrives(Tcb tcb, in Segment seg, uint octets, EffectList fx)
    {
        if (!_isOpen || octets == 0)
        {
            return;
        }

        _isOpen = false;
        if (unchecked((int)(seg.Options.TsEcr - _retransmitTs)) < 0)
        {
            Undo(tcb, _pipePrev, octets, fx);
        }
    }
}
