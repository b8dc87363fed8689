namespace ActorTcp.Protocol;

/// <summary>Why a segment is sent: counters, events and ladder diagrams tell it.</summary>
internal enum SendReason : byte
{
    Syn,
    SynAck,
    Text,
    Fin,
    Ack,

    /// <summary>The segment that arrived was not acceptable, or left a gap: say again what is expected.</summary>
    DuplicateAck,

    /// <summary>RFC 5961: prove that you know where the connection stands.</summary>
    ChallengeAck,
    WindowUpdate,
    Retransmission,
    FastRetransmission,

    /// <summary>RFC 8985 §7: the last segment again, before the timeout.</summary>
    LossProbe,
    WindowProbe,
    KeepAlive,
    Reset,
}
