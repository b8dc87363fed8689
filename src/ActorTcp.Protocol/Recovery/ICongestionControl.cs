namespace ActorTcp.Protocol;

/// <summary>A congestion control algorithm: its state is in the control block, so that one instance serves all connections. Sizes are octets.</summary>
internal interface ICongestionControl
{
    /// <summary>The connection is established: the initial window is <paramref name="segments"/> segments of <paramref name="mss"/> octets.</summary>
    void Begin(Tcb tcb, int segments, uint mss);

    /// <summary><paramref name="octets"/> new octets were acknowledged at <paramref name="now"/>, outside of loss recovery, on a path with the round-trip time <paramref name="rtt"/>.</summary>
    void Acknowledged(Tcb tcb, uint octets, uint mss, TimeSpan now, TimeSpan rtt);

    /// <summary>Duplicate ACKs have shown a loss, with <paramref name="flight"/> octets in flight.</summary>
    void LossDetected(Tcb tcb, uint flight, uint mss);

    /// <summary>The retransmission timer has fired, with <paramref name="flight"/> octets in flight.</summary>
    void TimedOut(Tcb tcb, uint flight, uint mss);

    /// <summary>Nothing was in flight for longer than a timeout, or less than the window allows: growth goes on from here.</summary>
    void Restarted(Tcb tcb);
}
