namespace ActorTcp.Stack;

/// <summary>How a connection ended. A normal close can be told from an abort (RFC 9293 §3.6, MUST-12).</summary>
public enum ConnectionEnd : byte
{
    /// <summary>Both sides have closed.</summary>
    Closed,

    /// <summary>The peer reset it, or text came for a user who had closed.</summary>
    Reset,

    /// <summary>A reset answered the SYN.</summary>
    Refused,

    /// <summary>Nothing was acknowledged for too long.</summary>
    TimedOut,

    /// <summary>ICMP reports that the peer cannot be reached.</summary>
    Unreachable,

    /// <summary>This side aborted it.</summary>
    Aborted,

    /// <summary>The application, or the stack, threw an exception.</summary>
    Failed,
}
