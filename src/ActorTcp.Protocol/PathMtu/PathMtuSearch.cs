using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 4821 §7: finds the largest packet that the path carries by sending some that are larger than the others. Sizes are octets of whole packets.</summary>
/// <remarks>Larger ones are tried only where RACK can tell that one of them is lost; smaller ones on any connection.</remarks>
internal sealed class PathMtuSearch
{
    /// <summary>Nearer than this, one more probe costs more than it gains.</summary>
    private const int CloseEnough = 8;

    /// <summary>§7.3: a path that has become wider is found after so long (RFC 1191 §6.3, RFC 8201 §4: ten minutes).</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromMinutes(10);

    private readonly int _widest;
    private int _high;
    private TimeSpan? _restsUntil;
    private SeqNum _probe;
    private SeqNum _probeEnd;
    private int _probeSize;
    private bool _isOut;

    private PathMtuSearch(int widest) => _widest = _high = widest;

    /// <summary>The connection is established: one that always searches begins with what nearly every path carries, and tries all that this side and the peer can take first.</summary>
    public static void Begin(Tcb tcb)
    {
        var largest = LargestPacket(tcb);
        if (tcb.Settings.MtuProbing == MtuProbing.Always && largest > Base(tcb))
        {
            tcb.PathMtu = new PathMtuSearch(largest);
            tcb.Mtu = (ushort)Base(tcb);
        }
    }

    /// <summary>§7.7, full-stop timeout: when a segment was sent in vain R1 times and it is larger than the next smaller size, the path may be a black hole for it.</summary>
    public static void TimesOut(Tcb tcb, EffectList fx)
    {
        tcb.PathMtu?.LosesProbe(tcb.Snd.Una, fx);
        if (tcb.Settings.MtuProbing == MtuProbing.Off || tcb.Retransmissions < tcb.Settings.SoftErrorAfter)
        {
            return;
        }

        var largest = LargestPacket(tcb);
        var smaller = largest > Base(tcb) ? Base(tcb) : Math.Max(largest / 2, MssOption.LeastMtu(tcb.IsV4));
        if (Math.Min(tcb.EffectiveSendMss, tcb.Snd.Flight) + Headers(tcb) > smaller)
        {
            tcb.PathMtu ??= new PathMtuSearch(largest);
            tcb.PathMtu._high = largest - 1;
            tcb.PathMtu._restsUntil = null;
            tcb.Mtu = (ushort)smaller;
            fx.Tally(Incident.BlackHole);
        }
    }

    /// <summary>ICMP has told the size, smaller than what was believed.</summary>
    public void Told(int mtu) => _high = mtu;

    /// <summary>SND.UNA has moved.</summary>
    public void AckArrives(Tcb tcb, EffectList fx)
    {
        if (_isOut && tcb.Snd.Una >= _probeEnd)
        {
            _isOut = false;
            tcb.Mtu = (ushort)_probeSize;
            fx.Tally(Incident.MtuProbeArrived);
        }
    }

    /// <summary>§7.6.2: the segment that begins at <paramref name="seq"/> is taken for lost. If it was the probe, it was too large, which is no congestion.</summary>
    /// <returns>Whether it was.</returns>
    public bool LosesProbe(SeqNum seq, EffectList fx)
    {
        if (!_isOut || seq < _probe || seq >= _probeEnd)
        {
            return false;
        }

        _isOut = false;
        _high = _probeSize - 1;
        fx.Tally(Incident.MtuProbeLost);
        return true;
    }

    /// <summary>§7.4: sends a probe if there is something left to learn, and text enough to follow it that shows by its acknowledgments if the probe is lost.</summary>
    /// <returns>Whether new text shall wait for the next ACK: then the congestion window has room for the probe.</returns>
    public bool ProbesLater(Tcb tcb, EffectList fx)
    {
        var isUndisturbed = tcb.UsesRack && !_isOut && tcb.Snd.Cursor == tcb.Snd.Nxt && !RackRecovery.IsRecovering(tcb) && tcb.InFlight is null or { Gone: 0 };
        if (!isUndisturbed || !HasMoreToLearn(tcb, fx.Now))
        {
            return false;
        }

        var size = Next(tcb);
        var length = (uint)(size - Headers(tcb));
        var needed = length + ((LossRecovery.DuplicateAckThreshold + 1) * tcb.EffectiveSendMss);
        if (tcb.Snd.Unsent < needed || tcb.Congestion.Size < needed || SendDecision.Usable(tcb, congestionWindow: uint.MaxValue) < needed)
        {
            return false;
        }

        if (SendDecision.Usable(tcb, tcb.Congestion.Size) < length)
        {
            return true;
        }

        (_isOut, _probeSize, _probe, _probeEnd) = (true, size, tcb.Snd.Nxt, tcb.Snd.Nxt + length);
        Output.SendText(tcb, length, fin: false, fx);
        return false;
    }

    /// <summary>§7.3: the widest first, if nothing speaks against it; then between what is known to pass and what is known not to.</summary>
    private int Next(Tcb tcb) => _high == _widest ? _high : (tcb.Mtu + _high + 1) / 2;

    private bool HasMoreToLearn(Tcb tcb, TimeSpan now)
    {
        if (_high - tcb.Mtu >= CloseEnough)
        {
            return true;
        }

        if (_restsUntil is not { } until)
        {
            _restsUntil = now + Rest;
        }
        else if (now >= until)
        {
            _restsUntil = null;
            _high = _widest;
        }

        return false;
    }

    /// <summary>§7.2: 1024 octets pass nearly everywhere, and 1280 wherever IPv6 does.</summary>
    private static int Base(Tcb tcb) => tcb.IsV4 ? 1024 : 1280;

    private static int Headers(Tcb tcb) => MssOption.Headers(tcb.IsV4) + SegmentOptions.Length(tcb);

    private static int LargestPacket(Tcb tcb) => Math.Min(tcb.Mtu, tcb.Snd.Mss + MssOption.Headers(tcb.IsV4));
}
