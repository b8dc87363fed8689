namespace ActorTcp.Protocol;

/// <summary>Whether routers may mark packets instead of dropping them: explicit congestion notification, RFC 3168.</summary>
public enum EcnMode
{
    /// <summary>Never.</summary>
    Off,

    /// <summary>When the peer's SYN asks for it.</summary>
    WhenAsked,

    /// <summary>Our SYN asks for it too. If it brings no answer or a reset, the next one does not.</summary>
    Ask,
}
