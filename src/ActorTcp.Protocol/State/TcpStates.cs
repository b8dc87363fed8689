namespace ActorTcp.Protocol;

/// <summary>One predicate for each phrase by which RFC 9293 names a set of states.</summary>
internal static class TcpStates
{
    /// <summary>"synchronized state": both sides' initial sequence numbers have been acknowledged.</summary>
    public static bool IsSynchronized(this TcpState state) => state >= TcpState.Established;

    /// <summary>The states in which segment text is accepted (§3.10.7.4, seventh step).</summary>
    public static bool AcceptsText(this TcpState state) =>
        state is TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2;

    /// <summary>The states in which queued text or a FIN may still have to be sent or repeated.</summary>
    public static bool MaySend(this TcpState state) =>
        state is TcpState.Established or TcpState.CloseWait or TcpState.FinWait1 or TcpState.Closing or TcpState.LastAck;

    /// <summary>The states in which the peer could still wait for something, so that ABORT tells it by a reset (§3.10.5).</summary>
    public static bool MayReset(this TcpState state) =>
        state is TcpState.SynReceived or TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2 or TcpState.CloseWait;

    /// <summary>The states that lead to TIME-WAIT: the user has closed first, or both at the same time.</summary>
    public static bool LeadsToTimeWait(this TcpState state) => state is TcpState.FinWait1 or TcpState.FinWait2 or TcpState.Closing;

    /// <summary>The states that follow the peer's FIN.</summary>
    public static bool HasReceivedFin(this TcpState state) =>
        state is TcpState.CloseWait or TcpState.Closing or TcpState.LastAck or TcpState.TimeWait;

    /// <summary>The states in which the user has not closed yet and may SEND (§3.10.2).</summary>
    public static bool AcceptsSend(this TcpState state) =>
        state is TcpState.SynSent or TcpState.SynReceived or TcpState.Established or TcpState.CloseWait;
}
