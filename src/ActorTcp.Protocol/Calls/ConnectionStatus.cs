namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.9.1 STATUS: what a user may want to know. Windows and queues in octets.</summary>
internal readonly record struct ConnectionStatus(
    TcpState State,
    uint SendWindow,
    uint ReceiveWindow,
    uint AwaitingAck,
    uint AwaitingSend,
    int AwaitingReceipt,
    bool Urgent,
    TimeSpan RoundTrip,
    TimeSpan RetransmissionTimeout);
