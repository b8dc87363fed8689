using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.9.2.2: what ICMP reports about this connection. Trust is small: the quoted sequence number must be in flight (RFC 5927 §4.1).</summary>
internal static class IcmpArrives
{
    public static void Process(Tcb tcb, in IcmpMessage icmp, EffectList fx)
    {
        if (!icmp.TryReadQuoted(out _, out var seq))
        {
            return;
        }

        switch (icmp.Error)
        {
            case IcmpError.PacketTooBig:
                PacketTooBig(tcb, seq, (int)icmp.Mtu, fx);
                break;
            case IcmpError.ProtocolUnreachable or IcmpError.PortUnreachable or IcmpError.AdministrativelyProhibited:
                Unreachable(tcb, seq, isHard: true, fx);
                break;
            case IcmpError.NetUnreachable or IcmpError.HostUnreachable or IcmpError.TimeExceeded or IcmpError.ParameterProblem:
                Unreachable(tcb, seq, isHard: false, fx);
                break;
        }
    }

    /// <summary>A report that the peer, or its port, cannot be reached.</summary>
    /// <param name="isHard">Codes 2 to 4 of Destination Unreachable (SHLD-26); soft once the connection is synchronized (RFC 5461).</param>
    public static void Unreachable(Tcb tcb, SeqNum quoted, bool isHard, EffectList fx)
    {
        if (!IsInFlight(tcb, quoted))
        {
            return;
        }

        if (isHard && tcb.State is (TcpState.SynSent or TcpState.SynReceived))
        {
            fx.Signal(Signal.Unreachable);
            tcb.Enter(TcpState.Closed, Cause.IcmpHardError, fx);
            return;
        }

        fx.Signal(Signal.SoftError);   // MUST-47, MUST-56
    }

    /// <summary>RFC 1191 §6.3, RFC 8201 §5.4: a packet was too big for the path; what was lost is sent again in smaller segments.</summary>
    public static void PacketTooBig(Tcb tcb, SeqNum quoted, int mtu, EffectList fx)
    {
        if (!IsInFlight(tcb, quoted) || mtu < MssOption.LeastMtu(tcb.IsV4) || mtu >= tcb.Mtu)
        {
            return;
        }

        tcb.Mtu = (ushort)mtu;
        tcb.PathMtu?.Told(mtu);
        if (tcb.MaySend)
        {
            tcb.Rto.StopTiming();
            tcb.Snd.Cursor = tcb.Snd.FirstOctet;
        }
        else if (tcb is { State: TcpState.SynSent, FastOpen.TextOnSyn: > 0 })
        {
            Replies.Syn(tcb, fx, isRepeated: true);   // it was its text that made it so big
        }
    }

    private static bool IsInFlight(Tcb tcb, SeqNum seq) =>
        tcb.State != TcpState.Closed && seq >= tcb.Snd.Una && seq < tcb.Snd.Nxt;
}
