using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.3.1: the transmission control block, all that is remembered about one connection.</summary>
/// <remarks>It is changed by three things only: <see cref="SegmentArrives"/>, the calls, and <see cref="Timeouts"/>; what remains to be sent is decided by <see cref="Output"/>.</remarks>
internal sealed class Tcb
{
    private SeldomState? _seldom;

    /// <param name="settings">What the user chose; shared between connections.</param>
    /// <param name="iss">The initial send sequence number to use (RFC 6528: made from the four-tuple by <see cref="IsnGenerator"/>).</param>
    /// <param name="mtu">The largest IP packet on the path, in octets.</param>
    /// <param name="isV4">Whether IPv4 carries the segments: its header is 20 octets shorter.</param>
    /// <param name="timestampOffset">RFC 7323 §5.4: random for outsiders, the same for every connection of one four-tuple.</param>
    public Tcb(ConnectionSettings settings, SeqNum iss, int mtu, bool isV4, uint timestampOffset = 0)
    {
        Timestamps.Offset = timestampOffset;
        Settings = settings;
        Mtu = (ushort)Math.Min(mtu, ushort.MaxValue);
        IsV4 = isV4;
        Forget(iss);
    }

    /// <summary>What the user chose; other choices count from the next event on, the sizes that the SYN told excepted.</summary>
    public ConnectionSettings Settings { get; set; }

    /// <summary>The state; <see cref="Enter"/> is the only place that sets it.</summary>
    public TcpState State { get; private set; }

    /// <summary>How often our SYN had to be repeated: then text starts slowly (RFC 6298 §5.7, RFC 6928 §2).</summary>
    public byte SynRetransmissions;

    /// <summary>Which OPEN began this connection (MUST-11).</summary>
    public OpenKind Origin;

    /// <summary>Whether the remote socket is named: then SEND may turn LISTEN into an active OPEN (§3.10.2).</summary>
    public bool RemoteSpecified;

    public readonly bool IsV4;

    /// <summary>Largest IP packet on the path, in octets.</summary>
    public ushort Mtu;

    /// <summary>Retransmissions since something was acknowledged last.</summary>
    public byte Retransmissions;

    /// <summary>Keep-alive probes since the peer was heard last.</summary>
    public byte KeepAliveProbes;

    public SendSequence Snd;

    public ReceiveSequence Rcv;

    public Timestamps Timestamps;

    /// <summary>Explicit congestion notification: RFC 3168.</summary>
    public EcnState Ecn;

    /// <summary>RFC 8985 §7: the last tail loss probe.</summary>
    public LossProbe Probe;

    public TimerTable Timers = new();

    /// <summary>The retransmission timeout with its estimators: RFC 6298.</summary>
    public RetransmissionTimeout Rto;

    /// <summary>Congestion window and loss recovery: RFC 5681, RFC 6582.</summary>
    public CongestionWindow Congestion;

    /// <summary>The options that both SYNs carried: window scale, timestamps, SACK-permitted.</summary>
    public OptionKinds Negotiated;

    /// <summary>RFC 8985: the segments in flight; null while there are none, and on a connection without RACK.</summary>
    public SegmentsInFlight? InFlight;

    /// <summary>How many answers to doubtful segments are left: RFC 5961 §7.</summary>
    public ref ChallengeBudget Challenges => ref Seldom.Challenges;

    /// <summary>Out-of-order text that is held; null as long as there never was any.</summary>
    public RangeSet? Reassembly
    {
        get => _seldom?.Reassembly;
        set => Seldom.Reassembly = value;
    }

    /// <summary>Text that came twice, to be reported once (RFC 2883 §4); empty when there is none.</summary>
    public SackBlock Duplicate
    {
        get => _seldom?.Duplicate ?? default;
        set => Seldom.Duplicate = value;
    }

    /// <summary>How far the receive buffer has grown; null as long as little has come.</summary>
    public RightSizing? RightSizing
    {
        get => _seldom?.RightSizing;
        set => Seldom.RightSizing = value;
    }

    /// <summary>RFC 6675 §2, the scoreboard: what the peer has beyond SND.UNA; null as long as it never said.</summary>
    public RangeSet? Sacked
    {
        get => _seldom?.Sacked;
        set => Seldom.Sacked = value;
    }

    /// <summary>HighRxt of RFC 6675 §2: the number after the last octet that this loss recovery has sent again.</summary>
    public SeqNum HighRetransmitted
    {
        get => _seldom?.HighRetransmitted ?? default;
        set => Seldom.HighRetransmitted = value;
    }

    /// <summary>What CUBIC remembers; null without it, and as long as nothing was lost.</summary>
    public CubicEpoch? Cubic
    {
        get => _seldom?.Cubic;
        set => Seldom.Cubic = value;
    }

    /// <summary>RFC 8985 §6.2: what is known of reordering on the path; null as long as there was no sign of any.</summary>
    public ReorderingWindow? Reordering
    {
        get => _seldom?.Reordering;
        set => Seldom.Reordering = value;
    }

    /// <summary>RFC 5682: the doubt whether a timeout was one too many, once the first ACK after it has come; else null.</summary>
    public ForwardRecovery? Forward
    {
        get => _seldom?.Forward;
        set
        {
            if (value is not null || _seldom is not null)
            {
                Seldom.Forward = value;
            }
        }
    }

    /// <summary>RFC 4821: the search for the largest packet; null while ICMP is believed.</summary>
    public PathMtuSearch? PathMtu
    {
        get => _seldom?.PathMtu;
        set => Seldom.PathMtu = value;
    }

    /// <summary>RCV.BUFF of §3.8.6.2.2: room for text that the user has not taken, in octets.</summary>
    public int ReceiveBuffer => Settings.ReceiveBuffer + (RightSizing?.Grown ?? 0);

    /// <summary>RFC 5482: what the segments after the SYN have told the peer of our user timeout, as the option has it; 0 before.</summary>
    public ushort ToldUserTimeout
    {
        get => _seldom?.ToldUserTimeout ?? 0;
        set => Seldom.ToldUserTimeout = value;
    }

    /// <summary>REMOTE_UTO of RFC 5482 §3, as the option has it; 0 as long as the peer has said nothing.</summary>
    public ushort RemoteUserTimeout
    {
        get => _seldom?.RemoteUserTimeout ?? 0;
        set => Seldom.RemoteUserTimeout = value;
    }

    /// <summary>USER TIMEOUT: the user's, or what has become of it by what the peer says.</summary>
    public TimeSpan UserTimeout => RemoteUserTimeout != 0 && Settings.UserTimeoutOption is { Changeable: true } option
        ? option.Adopt(Settings.UserTimeout, UserTimeoutOption.Decode(RemoteUserTimeout))
        : Settings.UserTimeout;

    /// <summary>RFC 7413; null on a connection that has nothing to do with it.</summary>
    public FastOpen? FastOpen
    {
        get => _seldom?.FastOpen;
        set
        {
            if (value is not null || _seldom is not null)
            {
                Seldom.FastOpen = value;
            }
        }
    }

    /// <summary>MTU − 40 or − 60: what this side announces in its MSS option (SHLD-6, MUST-67).</summary>
    public ushort ReceiveMss => MssOption.For(Mtu, IsV4);

    /// <summary>Eff.snd.MSS of §3.7.1 (MUST-16): text that fits in one segment, in octets.</summary>
    public uint EffectiveSendMss => MssOption.EffectiveSend(Snd.Mss, Mtu, IsV4, SegmentOptions.Length(this));

    /// <summary>Whether losses are found by RFC 8985.</summary>
    public bool UsesRack => Settings.Rack && Has(OptionKinds.SackPermitted);

    /// <summary>Whether a Fast Open cookie let the peer in, so that the user has had the connection since the SYN.</summary>
    public bool IsOpenedFast => FastOpen is { IsAccepted: true };

    /// <summary>Whether queued text or a FIN may have to be sent or repeated.</summary>
    public bool MaySend => State.MaySend() || (State == TcpState.SynReceived && IsOpenedFast);

    private SeldomState Seldom => _seldom ??= new SeldomState();

    /// <summary>Reads a little from all over the object, so that what follows need not wait for memory; the value means nothing.</summary>
    public uint Fetch() => Mtu + Rcv.Nxt.Value + Timestamps.LastAckSent.Value + (Timers.IsRunning(Timer.Retransmission) ? 1u : 0) + Rto.TimedEnd.Value + (uint)Congestion.LastSent.Ticks;

    public bool Has(OptionKinds option) => (Negotiated & option) != 0;

    /// <summary>Moves along an edge of the state diagram.</summary>
    /// <exception cref="InvalidOperationException">The diagram has no such edge: a bug, which costs only this connection.</exception>
    public void Enter(TcpState next, Cause cause, EffectList fx)
    {
        var from = State;
        if (!StateDiagram.Has(from, cause, next))
        {
            throw new InvalidOperationException($"The state diagram has no edge from {from} to {next} by {cause}.");
        }

        State = next;
        if (next is TcpState.Closed or TcpState.Listen)
        {
            Timers.StopAll();
            Rcv.AckDue = AckDue.No;
            EndFlight(fx);
        }

        if (next is TcpState.Closed or TcpState.Listen or TcpState.TimeWait)
        {
            RightSizing?.End(fx.Windows);
        }

        if (from == TcpState.Closed || next == TcpState.Listen)
        {
            var fastOpen = next == TcpState.Listen ? null : FastOpen;
            Forget(Snd.Iss);
            FastOpen = fastOpen;
        }

        fx.StateChanged(from, cause, next);
    }

    /// <summary>Nothing is in flight any more, or nothing shall be known of it.</summary>
    public void EndFlight(EffectList fx)
    {
        if (InFlight is { } flight)
        {
            InFlight = null;
            fx.Flights.Return(flight);
            Timers.Stop(Timer.LossDetection);
        }
    }

    /// <summary>As if no segment had ever been sent or received: so OPEN begins, and so a half-open connection goes back to LISTEN.</summary>
    private void Forget(SeqNum iss)
    {
        Snd = new SendSequence { Iss = iss, Una = iss, Nxt = iss, Cursor = iss, End = iss + 1, Mss = MssOption.Default(IsV4) };
        Rcv = default;
        Rto = new RetransmissionTimeout(Settings.InitialRto);
        Congestion = default;
        Ecn = default;
        Negotiated = OptionKinds.None;
        _seldom = null;
        Probe = default;
        Retransmissions = 0;
        SynRetransmissions = 0;
    }

    public override string ToString() =>
        $"{State} una={Snd.Una - Snd.Iss} nxt={Snd.Nxt - Snd.Iss} wnd={Snd.Wnd} rcv.nxt={Rcv.Nxt - Rcv.Irs} rcv.wnd={Rcv.Wnd}";
}
