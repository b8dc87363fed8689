namespace ActorTcp.Protocol;

/// <summary>What the machine has decided that nobody is told and nothing shows, but that is counted.</summary>
internal enum Incident : byte
{
    /// <summary>RFC 5961 §7: a challenge ACK was one too many, of the connection or of all together.</summary>
    ChallengeSuppressed,

    /// <summary>RFC 4015: a timeout was one too many, and has been taken back.</summary>
    SpuriousTimeout,

    /// <summary>RFC 4821 §7.7: segments of this size seem to vanish on the path.</summary>
    BlackHole,

    /// <summary>RFC 4821: a larger segment has arrived.</summary>
    MtuProbeArrived,

    /// <summary>RFC 4821: a larger segment has not arrived.</summary>
    MtuProbeLost,
}
