namespace ActorTcp.Protocol;

/// <summary>What the machine has decided that nobody is told and nothing shows, but that is counted.</summary>
internal enum Incident : byte
{
    /// <summary>RFC 5961 §7: a challenge ACK was one too many, of the connection or of all together.</summary>
    ChallengeSuppressed,

    /// <summary>RFC 4015: a timeout was one too many, and has been taken back.</summary>
    SpuriousTimeout,
}
