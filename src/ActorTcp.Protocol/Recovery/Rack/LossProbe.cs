using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §7.1: the tail loss probe that was sent last.</summary>
internal struct LossProbe
{
    /// <summary>TLP.end_seq: SND.NXT when the probe was sent; meaningful while <see cref="IsOut"/>.</summary>
    public SeqNum End;

    /// <summary>Whether it is neither acknowledged nor known to be lost.</summary>
    public bool IsOut;

    /// <summary>TLP.is_retrans: it repeats the last segment, for want of new text.</summary>
    public bool IsRetransmission;
}
