using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What a ladder calls things; empty where the drawing says it already.</summary>
internal static class LadderWords
{
    /// <summary>The name that RFC 9293 §3.3.2 gives the state.</summary>
    public static string Of(TcpState state) => state switch
    {
        TcpState.Closed => "CLOSED",
        TcpState.Listen => "LISTEN",
        TcpState.SynSent => "SYN-SENT",
        TcpState.SynReceived => "SYN-RECEIVED",
        TcpState.Established => "ESTABLISHED",
        TcpState.FinWait1 => "FIN-WAIT-1",
        TcpState.FinWait2 => "FIN-WAIT-2",
        TcpState.CloseWait => "CLOSE-WAIT",
        TcpState.Closing => "CLOSING",
        TcpState.LastAck => "LAST-ACK",
        TcpState.TimeWait => "TIME-WAIT",
    };

    public static string Of(SendReason reason) => reason switch
    {
        SendReason.Syn or SendReason.SynAck or SendReason.Text or SendReason.Fin or SendReason.Ack or SendReason.Reset => "",
        SendReason.DuplicateAck => "says again what it expects",
        SendReason.ChallengeAck => "challenge ACK (RFC 5961)",
        SendReason.WindowUpdate => "window update",
        SendReason.Retransmission => "retransmission",
        SendReason.FastRetransmission => "fast retransmission",
        SendReason.LossProbe => "tail loss probe (RFC 8985)",
        SendReason.WindowProbe => "window probe",
        SendReason.KeepAlive => "keep-alive",
    };

    public static string Of(Cause cause) => cause switch
    {
        Cause.PassiveOpen or Cause.ActiveOpen or Cause.Send or Cause.Close => "",
        Cause.SynArrives or Cause.SynAckArrives or Cause.AckOfSynArrives => "",
        Cause.FinArrives or Cause.AckOfFinArrives or Cause.ResetArrives => "",
        Cause.Abort => "ABORT",
        Cause.TextAfterClose => "text after CLOSE",
        Cause.IcmpHardError => "ICMP: unreachable",
        Cause.UserTimeout => "user timeout",
        Cause.Recycled => "made way for another",
        Cause.FinWait2Timeout => "FIN-WAIT-2 timeout",
        Cause.TimeWaitTimeout => "2 MSL are over",
        Cause.Reopen => "a newer SYN takes over",
    };

    public static string Of(Signal signal) => signal switch
    {
        Signal.Opened or Signal.Closing or Signal.Closed or Signal.Unreachable or Signal.ConnectionTimedOut => "",
        Signal.ConnectionReset => "connection reset",
        Signal.ConnectionRefused => "connection refused",
        Signal.SoftError => "soft error",
        Signal.Urgent => "urgent",
    };
}
