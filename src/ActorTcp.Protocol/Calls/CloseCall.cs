namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.4: CLOSE. The FIN follows what SEND has queued.</summary>
internal static class CloseCall
{
    public static CallResult Process(Tcb tcb, CloseKind kind, EffectList fx)
    {
        if (kind == CloseKind.Both)
        {
            tcb.Rcv.Shut = true;
            if (tcb.State.MayReset() && (tcb.Rcv.Unread > 0 || tcb.Reassembly is { Count: > 0 }))
            {
                return AbortCall.Process(tcb, fx);   // text that nobody will read: SHLD-3
            }

            FinWait2Timeout.Start(tcb, fx.Now);
        }

        switch (tcb.State)
        {
            case TcpState.Closed:
                return CallResult.ConnectionDoesNotExist;
            case TcpState.Listen or TcpState.SynSent:
                tcb.Enter(TcpState.Closed, Cause.Close, fx);
                return CallResult.Ok;
            case TcpState.SynReceived when tcb.Snd.Unsent > 0 && !tcb.Snd.FinQueued && !tcb.IsOpenedFast:
                tcb.Snd.FinQueued = true;   // "queue for processing after entering ESTABLISHED state"
                return CallResult.Ok;
            case TcpState.SynReceived when !tcb.Snd.FinQueued:
                tcb.Snd.FinQueued = true;
                tcb.Congestion.Size = Math.Max(tcb.Congestion.Size, tcb.EffectiveSendMss);
                tcb.Enter(TcpState.FinWait1, Cause.Close, fx);
                KeepAliveTimeout.Start(tcb, fx.Now);   // ESTABLISHED, where it begins otherwise, is passed by
                return CallResult.Ok;
            case TcpState.Established:
                tcb.Snd.FinQueued = true;
                tcb.Enter(TcpState.FinWait1, Cause.Close, fx);
                return CallResult.Ok;
            case TcpState.CloseWait:
                tcb.Snd.FinQueued = true;
                tcb.Enter(TcpState.LastAck, Cause.Close, fx);
                return CallResult.Ok;
            default:
                return CallResult.ConnectionClosing;
        }
    }
}
