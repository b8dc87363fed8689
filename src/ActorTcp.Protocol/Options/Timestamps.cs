using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 7323 §3 to §5: timestamps, for round trips that retransmission does not blur, and against old duplicates (PAWS).</summary>
internal struct Timestamps
{
    /// <summary>§5.5: a TS.Recent that nothing has renewed for this long, in seconds, says nothing any more.</summary>
    private const uint Expiry = 24 * 24 * 60 * 60;

    /// <summary>§5.4: added to the clock, so that nobody can read from one connection what another one's clock shows, or how long the machine is up.</summary>
    public uint Offset;

    /// <summary>TS.Recent: what goes back to the peer as TSecr.</summary>
    public uint Recent;

    /// <summary>Last.ACK.sent</summary>
    public SeqNum LastAckSent;

    /// <summary>When TS.Recent was renewed, in seconds of the shard's clock.</summary>
    private uint _recentAt;

    /// <summary>TSval: milliseconds.</summary>
    public readonly uint Value(TimeSpan now) => unchecked(Offset + (uint)(now.Ticks / TimeSpan.TicksPerMillisecond));

    /// <summary>§5.3 R1: whether the segment is older than what came before; a reset never is.</summary>
    public readonly bool IsOld(in Segment seg, TimeSpan now) =>
        !seg.HasRst && unchecked((int)(seg.Options.TsVal - Recent)) < 0 && Seconds(now) - _recentAt < Expiry;

    /// <summary>§4.3 (2), §5.3 R3: takes TSval from the segment that the next acknowledgment is about.</summary>
    public void Arrived(in Segment seg, TimeSpan now)
    {
        if (seg.Seq <= LastAckSent && unchecked((int)(seg.Options.TsVal - Recent)) >= 0)
        {
            Learn(seg.Options.TsVal, now);
        }
    }

    public void Learn(uint tsVal, TimeSpan now)
    {
        Recent = tsVal;
        _recentAt = Seconds(now);
    }

    /// <summary>Whether the peer echoes a segment that was sent before <paramref name="sentAt"/>.</summary>
    public readonly bool IsBefore(uint tsEcr, TimeSpan sentAt) => unchecked((int)(tsEcr - Value(sentAt))) < 0;

    /// <summary>§4.1: how long ago the segment was sent whose TSval the peer echoes.</summary>
    public readonly TimeSpan RoundTrip(uint tsEcr, TimeSpan now) => TimeSpan.FromMilliseconds(unchecked(Value(now) - tsEcr));

    private static uint Seconds(TimeSpan now) => (uint)(now.Ticks / TimeSpan.TicksPerSecond);
}
