namespace ActorTcp.Lab;

/// <summary>What became of a flow in the end.</summary>
internal enum FlowEnd
{
    /// <summary>All of its exchange took place.</summary>
    Completed,

    /// <summary>No answer to the SYN, to a step or to the close within the time set.</summary>
    TimedOut,

    /// <summary>The peer answered the SYN with RST: nobody listens there.</summary>
    Refused,

    /// <summary>The peer reset the connection later.</summary>
    Reset,

    /// <summary>ICMP reported that the peer cannot be reached.</summary>
    Unreachable,

    /// <summary>Every source address and port is in use.</summary>
    PortsExhausted,

    /// <summary>This machine refused, such as for want of descriptors or memory.</summary>
    LocalLimit,

    /// <summary>The peer said something else than the exchange expects.</summary>
    Unexpected,

    /// <summary>The peer closed before the exchange was over.</summary>
    ClosedEarly,

    /// <summary>The load was over while the flow was still open; no failure.</summary>
    CutOff,

    /// <summary>An exception of this program.</summary>
    Failed,
}
