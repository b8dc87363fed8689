namespace ActorTcp.Lab;

/// <summary>When a client repeats a SYN that nobody has answered.</summary>
internal enum SynSchedule
{
    /// <summary>RFC 6298: after 1 s, then twice as long each time: SYNs at 0, 1, 3, 7, 15 s.</summary>
    Exponential,

    /// <summary>Linux since 6.5 (tcp_syn_linear_timeouts): every second four times, then twice as long each time: SYNs at 0, 1, 2, 3, 4, 5, 7, 11 s.</summary>
    Linear,
}
