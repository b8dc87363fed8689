using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>What the page says of a state.</summary>
internal static class StateWords
{
    /// <summary>The class by which the style sheet colours a state: before, in, and after the conversation.</summary>
    public static string Phase(TcpState state) => state switch
    {
        TcpState.Closed or TcpState.Listen => "phase-none",
        TcpState.SynSent or TcpState.SynReceived => "phase-opening",
        TcpState.Established => "phase-open",
        TcpState.FinWait1 or TcpState.FinWait2 or TcpState.CloseWait or TcpState.Closing or TcpState.LastAck => "phase-closing",
        TcpState.TimeWait => "phase-waiting",
    };

    /// <summary>What it means to be there (RFC 9293 §3.3.2).</summary>
    public static string Meaning(TcpState state) => state switch
    {
        TcpState.Closed => "There is no connection.",
        TcpState.Listen => "A listener waits for a connection request from any peer.",
        TcpState.SynSent => "A connection request was sent; the matching one of the peer has not come yet.",
        TcpState.SynReceived => "Both have sent their request, and the peer has not proved its address yet: the half-open connection that a SYN flood multiplies.",
        TcpState.Established => "The connection is open: text flows both ways.",
        TcpState.FinWait1 => "This side has closed; its FIN is not acknowledged yet.",
        TcpState.FinWait2 => "This side has closed and the peer knows; the peer may still send.",
        TcpState.CloseWait => "The peer has closed; this side's application has not yet.",
        TcpState.Closing => "Both have closed at once; the acknowledgment of this side's FIN is missing.",
        TcpState.LastAck => "The peer has closed, then this side; the last acknowledgment is missing.",
        TcpState.TimeWait => "All is said; for 2 MSL nothing old can disturb a new connection between the same sockets.",
    };
}
