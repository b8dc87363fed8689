using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §5.2, per-segment variables: what was sent in one piece. It begins where the one before it ends.</summary>
internal struct SentSegment
{
    /// <summary>Segment.xmit_ts: when it was sent last.</summary>
    public TimeSpan SentAt;

    /// <summary>Segment.end_seq: the number after its last octet, or after its FIN.</summary>
    public SeqNum End;

    /// <summary>Segment.retransmitted</summary>
    public bool IsRetransmitted;

    /// <summary>Segment.lost: taken for lost and not sent again yet.</summary>
    public bool IsLost;

    /// <summary>The peer holds it beyond a gap.</summary>
    public bool IsSacked;

    /// <summary>Whether it is in the network no longer.</summary>
    public readonly bool IsGone => IsLost || IsSacked;

    /// <summary>RACK_sent_after() of RFC 8985 §6.2: of two sent at the same time, the one with the higher number was sent later.</summary>
    public static bool SentAfter(TimeSpan sentAt, SeqNum end, TimeSpan otherSentAt, SeqNum otherEnd) =>
        sentAt > otherSentAt || (sentAt == otherSentAt && end > otherEnd);
}
