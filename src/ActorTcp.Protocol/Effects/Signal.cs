namespace ActorTcp.Protocol;

/// <summary>What the user is told without asking. The user can tell a normal close from an abort (RFC 9293 §3.6, MUST-12).</summary>
internal enum Signal : byte
{
    /// <summary>The connection is established.</summary>
    Opened,

    /// <summary>"connection closing": the peer has sent all it will send.</summary>
    Closing,

    /// <summary>"connection reset" by the peer.</summary>
    ConnectionReset,

    /// <summary>"connection refused": a reset answered our SYN.</summary>
    ConnectionRefused,

    /// <summary>"connection aborted due to user timeout".</summary>
    ConnectionTimedOut,

    /// <summary>ICMP reports that the peer cannot be reached; only before the connection is synchronized does this end it.</summary>
    Unreachable,

    /// <summary>A soft error: R1 retransmissions were in vain, or ICMP reports trouble on the path (MUST-47).</summary>
    SoftError,

    /// <summary>Urgent data ahead (MUST-32).</summary>
    Urgent,

    /// <summary>The connection is over, as both sides wished.</summary>
    Closed,
}
