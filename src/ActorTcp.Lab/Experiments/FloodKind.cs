namespace ActorTcp.Lab;

/// <summary>What the flood is made of.</summary>
internal enum FloodKind
{
    /// <summary>SYNs whose answers nobody reads: the flood of RFC 4987 §2.</summary>
    Syn,

    /// <summary>ACKs that nothing has led up to, each with a guessed number: an attempt to forge a cookie.</summary>
    Ack,

    /// <summary>SYNs from few real hosts that receive the answer and never complete.</summary>
    Unfinished,

    /// <summary>Real hosts that complete the handshake and then say nothing.</summary>
    Idle,
}
