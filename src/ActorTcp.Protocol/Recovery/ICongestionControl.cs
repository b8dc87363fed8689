namespace ActorTcp.Protocol;

/// <summary>A congestion control algorithm: it has no state of its own, so that one instance serves all connections. Sizes are octets.</summary>
internal interface ICongestionControl
{
    /// <summary>The connection is established: the initial window is <paramref name="segments"/> segments of <paramref name="mss"/> octets.</summary>
    void Begin(ref CongestionWindow window, int segments, uint mss);

    /// <summary><paramref name="octets"/> new octets were acknowledged, outside of loss recovery.</summary>
    void Acknowledged(ref CongestionWindow window, uint octets, uint mss);

    /// <summary>Duplicate ACKs have shown a loss, with <paramref name="flight"/> octets in flight.</summary>
    void LossDetected(ref CongestionWindow window, uint flight, uint mss);

    /// <summary>The retransmission timer has fired, with <paramref name="flight"/> octets in flight.</summary>
    void TimedOut(ref CongestionWindow window, uint flight, uint mss);
}
