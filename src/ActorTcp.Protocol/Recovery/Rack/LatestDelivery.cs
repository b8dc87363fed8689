using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §5.3: the segment that was sent last of all that have been delivered. What was sent well before it should have arrived too.</summary>
internal struct LatestDelivery
{
    /// <summary>RACK.xmit_ts</summary>
    public TimeSpan SentAt;

    /// <summary>RACK.rtt: its round-trip time; zero as long as nothing was delivered.</summary>
    public TimeSpan Rtt;

    /// <summary>RACK.end_seq</summary>
    public SeqNum End;

    /// <summary>RACK.fack: the highest number that was delivered.</summary>
    public SeqNum Forward;

    public bool IsKnown;
}
