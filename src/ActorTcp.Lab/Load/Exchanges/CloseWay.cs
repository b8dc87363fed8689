namespace ActorTcp.Lab;

/// <summary>How a flow ends its connection once its steps are done.</summary>
internal enum CloseWay
{
    /// <summary>RFC 9293 §3.10.4: CLOSE.</summary>
    Fin,

    /// <summary>RFC 9293 §3.10.5: ABORT, after the handshake's final ACK.</summary>
    Rst,
}
