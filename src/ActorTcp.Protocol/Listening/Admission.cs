namespace ActorTcp.Protocol;

/// <summary>What a listener does with a SYN: what it keeps about the peer, or why it drops it.</summary>
internal enum Admission : byte
{
    /// <summary>A connection in SYN-RECEIVED, without buffers.</summary>
    Record,

    /// <summary>A connection in SYN-RECEIVED, with buffers.</summary>
    Buffered,

    /// <summary>A connection in SYN-RECEIVED, in the place of the oldest one.</summary>
    Recycle,

    /// <summary>A record in the SYN cache.</summary>
    Cache,

    /// <summary>Nothing: the SYN-ACK carries a cookie.</summary>
    Cookie,

    /// <summary>As many are half-open as the listener allows, or as its memory budget does.</summary>
    HalfOpenLimit,

    /// <summary>As many wait to be accepted as the listener allows.</summary>
    AcceptQueueFull,

    /// <summary>The source has sent more SYNs than it may.</summary>
    SourceBudget,

    /// <summary>The source's network has sent more SYNs than it may.</summary>
    PrefixBudget,

    /// <summary>The listener has sent as many SYN-ACKs as it may.</summary>
    SynAckLimit,

    /// <summary>The listener closes.</summary>
    Closing,
}
