namespace ActorTcp.Protocol;

/// <summary>What moves a connection from one state to the next.</summary>
public enum Cause : byte
{
    PassiveOpen,
    ActiveOpen,
    Send,
    Close,
    Abort,
    SynArrives,
    SynAckArrives,
    AckOfSynArrives,
    FinArrives,
    AckOfFinArrives,
    ResetArrives,

    /// <summary>Text for a user who has closed both directions: RFC 9293 §3.6.1, SHLD-3.</summary>
    TextAfterClose,

    /// <summary>ICMP says that the peer cannot be reached, before the connection is synchronized.</summary>
    IcmpHardError,

    /// <summary>The user timeout (R2) or a keep-alive limit: nothing was acknowledged for too long.</summary>
    UserTimeout,

    /// <summary>A half-open connection makes way for another one: RFC 4987 §3.4.</summary>
    Recycled,
    FinWait2Timeout,
    TimeWaitTimeout,

    /// <summary>A newer SYN takes over a connection in TIME-WAIT: RFC 6191.</summary>
    Reopen,
}
