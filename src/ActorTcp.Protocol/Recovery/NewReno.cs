namespace ActorTcp.Protocol;

/// <summary>RFC 5681 §3.1: slow start and congestion avoidance (MUST-19).</summary>
internal sealed class NewReno : ICongestionControl
{
    public static readonly NewReno Instance = new();

    /// <summary>No window of a peer is larger (RFC 7323 §2.3).</summary>
    public const uint Largest = 1 << 30;

    /// <summary>L of RFC 9406 §4.2 without pacing: segments by which the first slow start may grow at one ACK. After a loss it is one (RFC 5681 §3.1), for that ACK may tell of much that has left long ago.</summary>
    private const uint MostAtOnce = 8;

    private NewReno()
    {
    }

    public void Begin(Tcb tcb, int segments, uint mss)
    {
        ref var window = ref tcb.Congestion;
        window.Size = (uint)segments * mss;
        window.SlowStartThreshold = uint.MaxValue;
    }

    public void Acknowledged(Tcb tcb, uint octets, uint mss, TimeSpan now, TimeSpan rtt)
    {
        ref var window = ref tcb.Congestion;
        var growth = window.InSlowStart
            ? Math.Min(octets, window.SlowStartThreshold == uint.MaxValue ? MostAtOnce * mss : mss)
            : Math.Max((uint)((ulong)mss * mss / window.Size), 1);
        window.Size = Math.Min(window.Size + growth, Largest);
    }

    public void LossDetected(Tcb tcb, uint flight, uint mss)
    {
        ref var window = ref tcb.Congestion;
        window.SlowStartThreshold = Math.Max(flight / 2, 2 * mss);
        window.Size = window.SlowStartThreshold;
    }

    public void TimedOut(Tcb tcb, uint flight, uint mss)
    {
        ref var window = ref tcb.Congestion;
        window.SlowStartThreshold = Math.Max(flight / 2, 2 * mss);
        window.Size = mss;
    }

    public void Restarted(Tcb tcb)
    {
        // Growth goes by what is acknowledged, not by time.
    }
}
