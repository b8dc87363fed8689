namespace ActorTcp.Stack;

/// <summary>What a listener does with a SYN.</summary>
internal enum Admission : byte
{
    /// <summary>A connection is made for it, in SYN-RECEIVED.</summary>
    Record,

    /// <summary>As many are half-open as the listener allows.</summary>
    HalfOpenLimit,

    /// <summary>As many wait to be accepted as the listener allows.</summary>
    AcceptQueueFull,

    /// <summary>The listener closes.</summary>
    Closing,
}
