using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 3168 §6.1: what a connection remembers about marks, those that it is told of and those that it has to tell.</summary>
internal struct EcnState
{
    /// <summary>Both SYNs were ECN-setup SYNs.</summary>
    public bool IsOn;

    /// <summary>Our SYN asks, and has not been given up for one that does not.</summary>
    public bool IsAsked;

    /// <summary>§6.1.1.1: a SYN that asked brought no answer or a reset.</summary>
    public bool HasFallenBack;

    /// <summary>§6.1.3: a mark has come; every ACK says so until the peer tells that it has heard.</summary>
    public bool Echoes;

    /// <summary>§6.1.2: the window was reduced; the next new text says so.</summary>
    public bool OwesCwr;

    /// <summary>The window was reduced already for what is in flight up to <see cref="ReducedUpTo"/>.</summary>
    public bool IsReduced;

    public SeqNum ReducedUpTo;
}
