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

    /// <summary>pipe_prev of RFC 4015 §3.2: what the window is to grow to again if the last timeout was one too many; 0 when that is no question.</summary>
    public uint PipePrev;

    /// <summary>When text was sent last.</summary>
    public TimeSpan LastSent;

    public byte DuplicateAcks;

    public bool InFastRecovery;

    /// <summary>Whether it may grow: RFC 7661.</summary>
    public WindowUse Use;

    private uint _minRttTicks;

    /// <summary>RACK.min_RTT of RFC 8985 §5.3, over the whole connection; zero before the first measurement, and never beyond seven minutes.</summary>
    public readonly TimeSpan MinRtt => TimeSpan.FromTicks(_minRttTicks);

    public readonly bool InSlowStart => Size < SlowStartThreshold;

    /// <summary>Takes the round trip of a segment that was sent once.</summary>
    public void Measured(TimeSpan rtt)
    {
        var ticks = (uint)Math.Clamp(rtt.Ticks, 1, uint.MaxValue);
        _minRttTicks = _minRttTicks == 0 ? ticks : Math.Min(_minRttTicks, ticks);
    }
}
