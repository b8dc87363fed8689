using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 5681 §3.1, RFC 6582 §3.1: the sender's view of the network, in octets.</summary>
internal struct CongestionWindow
{
    /// <summary>cwnd</summary>
    public uint Size;

    /// <summary>ssthresh</summary>
    public uint SlowStartThreshold;

    /// <summary>recover of RFC 6582: loss recovery lasts until this number is acknowledged.</summary>
    public SeqNum Recover;

    /// <summary>HighRxt of RFC 6675 §2: the number after the last octet that this loss recovery has sent again.</summary>
    public SeqNum HighRetransmitted;

    /// <summary>When text was sent last.</summary>
    public TimeSpan LastSent;

    public byte DuplicateAcks;

    public bool InFastRecovery;

    public readonly bool InSlowStart => Size < SlowStartThreshold;
}
