namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.3: RECEIVE. The actor has handed text to the user; the window may open.</summary>
internal static class ReceiveCall
{
    /// <param name="octets">How many octets in order the user has taken, at most those that are unread.</param>
    public static CallResult Process(Tcb tcb, int octets, EffectList fx)
    {
        if (tcb.State == TcpState.Closed)
        {
            return CallResult.ConnectionDoesNotExist;
        }

        if (octets > tcb.Rcv.Unread)
        {
            return CallResult.InsufficientResources;
        }

        if (tcb.Rcv.Unread == 0 && tcb.State.HasReceivedFin())
        {
            return CallResult.ConnectionClosing;   // nothing is left, and nothing will come
        }

        tcb.Rcv.Unread -= octets;
        RightSizing.Taken(tcb, fx);
        if (tcb.Rcv.Urgent && tcb.Rcv.Up <= tcb.Rcv.Nxt - (uint)tcb.Rcv.Unread)
        {
            tcb.Rcv.Urgent = false;
        }

        if (tcb.State.AcceptsText() && tcb.Rcv.AckDue is AckDue.No or AckDue.Delayed && ReceiveWindow.IsUpdateWorthwhile(tcb))
        {
            Replies.Ack(tcb, SendReason.WindowUpdate, fx);
        }

        return CallResult.Ok;
    }
}
