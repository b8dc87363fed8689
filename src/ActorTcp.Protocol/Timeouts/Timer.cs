namespace ActorTcp.Protocol;

/// <summary>The timers of one connection. Of two that are due together the first one here goes first, so that nothing is repeated which is given up.</summary>
internal enum Timer : byte
{
    /// <summary>RFC 9293 §3.8.3 R2 and §3.10.8 USER TIMEOUT: nothing was acknowledged for too long.</summary>
    User,

    /// <summary>RFC 8985 §6.2: what may only be late has had its time; or, when nothing is known to be late, §7.2: the tail of the flight is probed.</summary>
    LossDetection,

    /// <summary>RFC 6298: the oldest unacknowledged segment is repeated.</summary>
    Retransmission,

    /// <summary>RFC 9293 §3.8.6.1: a closed window is probed; §3.8.6.2.1: the override of silly-window avoidance.</summary>
    Persist,

    /// <summary>RFC 9293 §3.8.6.3: an acknowledgment that waited for company goes out alone.</summary>
    DelayedAck,

    /// <summary>RFC 9293 §3.8.4: an idle connection is probed.</summary>
    KeepAlive,

    /// <summary>A connection whose user has gone waits no longer for the peer's FIN.</summary>
    FinWait2,

    /// <summary>RFC 9293 §3.10.8: 2 MSL have passed.</summary>
    TimeWait,
}
