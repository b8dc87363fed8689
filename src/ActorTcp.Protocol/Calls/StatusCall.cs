namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.6: STATUS.</summary>
internal static class StatusCall
{
    public static ConnectionStatus Process(Tcb tcb) => new(
        tcb.State,
        SendWindow: tcb.Snd.Wnd,
        ReceiveWindow: tcb.Rcv.Wnd,
        AwaitingAck: tcb.Snd.Flight,
        AwaitingSend: tcb.Snd.Unsent,
        AwaitingReceipt: tcb.Rcv.Unread,
        tcb.Rcv.Urgent,
        RoundTrip: tcb.Rto.Srtt,
        tcb.Rto.Value);
}
