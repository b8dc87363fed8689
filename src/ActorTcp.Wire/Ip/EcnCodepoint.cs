namespace ActorTcp.Wire;

/// <summary>RFC 3168 §5: the ECN field, the lower two bits of the traffic class.</summary>
internal enum EcnCodepoint : byte
{
    /// <summary>The transport does not understand marks: a router that is congested drops the packet.</summary>
    NotEct = 0,
    Ect1 = 1,

    /// <summary>ECN-capable transport; senders should use this one of the two.</summary>
    Ect0 = 2,

    /// <summary>Congestion experienced: a router has marked the packet instead of dropping it.</summary>
    Ce = 3,
}
