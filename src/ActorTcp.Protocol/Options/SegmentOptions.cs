using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Which options this side's segments carry, and what is learned from the peer's.</summary>
internal static class SegmentOptions
{
    private const int TimestampsLength = 12;

    /// <summary>On a SYN all that the user wants; on a SYN-ACK what the peer's SYN had too. MSS goes on every SYN (RFC 9293 §3.7.1, MAY-3).</summary>
    /// <param name="options">Empty.</param>
    public static void OnSyn(Tcb tcb, ref TcpOptions options, TimeSpan now)
    {
        options.Present = OptionKinds.Mss | (tcb.State == TcpState.SynSent ? Wanted(tcb.Settings) : tcb.Negotiated);
        options.Mss = tcb.ReceiveMss;
        options.WindowScale = tcb.Settings.WindowShift;
        Stamp(tcb, ref options, now);
        UserTimeoutOption.Tell(tcb, ref options, isSyn: true);
    }

    /// <summary>On a reset.</summary>
    /// <inheritdoc cref="OnSyn"/>
    public static void OnReset(Tcb tcb, ref TcpOptions options, TimeSpan now)
    {
        options.Present = tcb.Negotiated & OptionKinds.Timestamps;
        Stamp(tcb, ref options, now);
    }

    /// <summary>On every other segment after the SYN.</summary>
    /// <inheritdoc cref="OnSyn"/>
    public static void OnSegment(Tcb tcb, ref TcpOptions options, TimeSpan now)
    {
        OnReset(tcb, ref options, now);
        SelectiveAck.Report(tcb, ref options);
        UserTimeoutOption.Tell(tcb, ref options, isSyn: false);
    }

    /// <summary>Octets of options on the next segment after the SYN.</summary>
    public static int Length(Tcb tcb) => (tcb.Has(OptionKinds.Timestamps) ? TimestampsLength : 0) + SelectiveAck.Length(tcb) + UserTimeoutOption.Length(tcb);

    /// <summary>The options of the peer's SYN that the user wants too.</summary>
    public static OptionKinds Agreed(ConnectionSettings settings, in TcpOptions offered) => offered.Present & Wanted(settings);

    /// <summary>Remembers what the peer's SYN says.</summary>
    public static void Learn(Tcb tcb, in TcpOptions options, TimeSpan now)
    {
        tcb.Snd.Mss = MssOption.OfPeer(in options, tcb.IsV4);
        tcb.Negotiated = Agreed(tcb.Settings, in options);
        if (tcb.Has(OptionKinds.WindowScale))
        {
            WindowScale.Learn(tcb, options.WindowScale);
        }

        if (options.Has(OptionKinds.UserTimeout))
        {
            UserTimeoutOption.Arrived(tcb, in options);
        }

        if (tcb.Has(OptionKinds.Timestamps))
        {
            tcb.Timestamps.Learn(options.TsVal, now);
            tcb.Timestamps.LastAckSent = tcb.Rcv.Nxt;
        }
    }

    private static OptionKinds Wanted(ConnectionSettings settings) =>
        (settings.WindowScaling ? OptionKinds.WindowScale : 0)
        | (settings.Timestamps ? OptionKinds.Timestamps : 0)
        | (settings.SelectiveAck ? OptionKinds.SackPermitted : 0);

    private static void Stamp(Tcb tcb, ref TcpOptions options, TimeSpan now)
    {
        if (options.Has(OptionKinds.Timestamps))
        {
            options.TsVal = tcb.Timestamps.Value(now);
            options.TsEcr = tcb.Timestamps.Recent;
        }
    }
}
