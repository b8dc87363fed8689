namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.3.2: the states in the order of the RFC; only the fictional CLOSED comes first, so that it is the default.</summary>
public enum TcpState : byte
{
    /// <summary>No connection at all.</summary>
    Closed,

    /// <summary>Waiting for a connection request from any peer.</summary>
    Listen,

    /// <summary>A connection request has been sent; waiting for a matching one.</summary>
    SynSent,

    /// <summary>A connection request has been received and sent; waiting for the acknowledgment: the half-open connection.</summary>
    SynReceived,

    /// <summary>An open connection: text flows both ways.</summary>
    Established,

    /// <summary>Closed by this side; its FIN is not acknowledged yet.</summary>
    FinWait1,

    /// <summary>Closed by this side and acknowledged; waiting for the peer's FIN.</summary>
    FinWait2,

    /// <summary>Closed by the peer; waiting for this side's user to close.</summary>
    CloseWait,

    /// <summary>Both FINs have crossed; waiting for the acknowledgment of ours.</summary>
    Closing,

    /// <summary>Closed by the peer, then by this side; waiting for the acknowledgment of our FIN.</summary>
    LastAck,

    /// <summary>Waiting 2 MSL so that nothing of this connection can disturb its successor.</summary>
    TimeWait,
}
