using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>What a user may choose about connections; one object is shared by all connections of a listener.</summary>
public sealed record ConnectionSettings
{
    public static ConnectionSettings Default { get; } = new();

    /// <summary>Room for text that the user has not taken yet, in octets: the window that is offered first. 1 to 2³⁰; a peer without window scaling sees 65,535 of them.</summary>
    public int ReceiveBuffer { get; init; } = 65535;

    /// <summary>What the receive buffer may grow to, in octets, when the user takes text faster than its window lets it come; up to 2³⁰. Not above <see cref="ReceiveBuffer"/>, it stays as it is.</summary>
    /// <remarks>The window scale is chosen for it. 6 MiB is Linux's tcp_rmem: half a gigabit per second over 100 ms.</remarks>
    public int ReceiveBufferLimit { get; init; } = 6 * 1024 * 1024;

    /// <summary>Room for text that the peer has not acknowledged yet, in octets.</summary>
    public int SendBuffer { get; init; } = 128 * 1024;

    /// <summary>What the send buffer may grow to, in octets, as the congestion window does. Not above <see cref="SendBuffer"/>, it stays as it is.</summary>
    public int SendBufferLimit { get; init; } = 4 * 1024 * 1024;

    /// <summary>Maximum segment lifetime. RFC 9293 §3.4.2 proposes 2 minutes "as an engineering choice"; 30 s is what Linux and FreeBSD live with.</summary>
    public TimeSpan Msl { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>R2 for text and FIN (RFC 9293 §3.8.3: at least 100 s) and the USER TIMEOUT of §3.9.1.</summary>
    public TimeSpan UserTimeout { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The user timeout is told to the peer, and the peer's heeded (RFC 5482); null, the default, does neither.</summary>
    public UserTimeoutOption? UserTimeoutOption { get; init; }

    /// <summary>R2 for the SYN of an active OPEN (MUST-23: at least 3 minutes, which the user may shorten).</summary>
    public TimeSpan SynTimeout { get; init; } = TimeSpan.FromMinutes(3);

    /// <summary>How long a passive connection may stay half-open. Shorter than <see cref="SynTimeout"/>: the listener is the user who closes sooner (RFC 4987 §3.3).</summary>
    public TimeSpan HalfOpenTimeout { get; init; } = TimeSpan.FromSeconds(63);

    /// <summary>How long FIN-WAIT-2 lasts once no user is left to read.</summary>
    public TimeSpan FinWait2Timeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How long an acknowledgment may wait for company (MUST-40: less than 0.5 s); at 0 none does.</summary>
    public TimeSpan DelayedAck { get; init; } = TimeSpan.FromMilliseconds(40);

    /// <summary>Idle time before the first keep-alive probe; null, the default, sends none (MUST-25; MUST-28: not under 2 hours by default).</summary>
    public TimeSpan? KeepAlive { get; init; }

    /// <summary>Time between keep-alive probes that are not answered.</summary>
    public TimeSpan KeepAliveInterval { get; init; } = TimeSpan.FromSeconds(75);

    /// <summary>Probes that may stay unanswered before the connection is given up.</summary>
    public int KeepAliveProbes { get; init; } = 9;

    /// <summary>IPv4 Time to Live, or IPv6 Hop Limit (MUST-49).</summary>
    public byte HopLimit { get; init; } = PathAttributes.Default.HopLimit;

    /// <summary>Differentiated services code point (RFC 2474), 0 to 63, in IPv4's and IPv6's octet for it (MUST-48). What stands beside it there is ECN's.</summary>
    public byte Dscp { get; init; }

    /// <summary>Small segments wait while something is in flight (RFC 9293 §3.7.4; MUST-17: it can be switched off).</summary>
    public bool Nagle { get; init; } = true;

    /// <summary>Windows beyond 64 KiB (RFC 7323 §2), if the peer wants them too.</summary>
    public bool WindowScaling { get; init; } = true;

    /// <summary>Timestamps (RFC 7323 §3), if the peer wants them too.</summary>
    public bool Timestamps { get; init; } = true;

    /// <summary>Selective acknowledgments (RFC 2018), if the peer wants them too.</summary>
    public bool SelectiveAck { get; init; } = true;

    /// <summary>Losses are found by time, and the tail of a flight is probed (RFC 8985), if selective acknowledgments are in use; without it the rules of RFC 6675 hold.</summary>
    public bool Rack { get; init; } = true;

    /// <summary>Large segments that vanish without a report give way to smaller ones (RFC 4821).</summary>
    public MtuProbing MtuProbing { get; init; } = MtuProbing.OnBlackHole;

    /// <summary>Routers may mark packets instead of dropping them (RFC 3168).</summary>
    public EcnMode Ecn { get; init; } = EcnMode.WhenAsked;

    /// <summary>The timeout before the first round trip has been measured (RFC 6298 §2.1).</summary>
    public TimeSpan InitialRto { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Floor of the timeout. RFC 6298 §2.4 SHOULD be 1 s; 200 ms follows the stacks this one talks to.</summary>
    public TimeSpan MinRto { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>Ceiling of the timeout (RFC 6298 §2.5: at least 60 s).</summary>
    public TimeSpan MaxRto { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>R1: retransmissions of one segment after which the user is told (SHLD-10: at least 3).</summary>
    public int SoftErrorAfter { get; init; } = 3;

    /// <summary>The first congestion window, in segments (RFC 6928: 10; RFC 5681 §3.1: 2 to 4).</summary>
    public int InitialWindow { get; init; } = 10;

    /// <summary>RFC 1337 §3, fix F1: a reset does not end TIME-WAIT.</summary>
    public bool TimeWaitIgnoresReset { get; init; } = true;

    /// <summary>Answers to doubtful segments without text that one connection gives in <see cref="ChallengeInterval"/> (RFC 5961 §7 suggests 10 in 5 s).</summary>
    public int Challenges { get; init; } = 10;

    public TimeSpan ChallengeInterval { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>What IP is told about every packet.</summary>
    internal PathAttributes Path => new(HopLimit, TrafficClass: (byte)(Dscp << 2));

    /// <summary>The window scale to ask for.</summary>
    internal byte WindowShift => WindowScale.For(ReceiveBuffer, Math.Max(ReceiveBuffer, ReceiveBufferLimit));

    /// <summary>How the congestion window grows and shrinks.</summary>
    public CongestionAlgorithm CongestionAlgorithm { get; init; }

    internal ICongestionControl Congestion => CongestionAlgorithm == CongestionAlgorithm.Cubic ? Cubic.Instance : NewReno.Instance;
}
