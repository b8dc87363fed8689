namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.5: ABORT. All queues are flushed; the peer learns it by a RST where it could still wait for something.</summary>
internal static class AbortCall
{
    public static CallResult Process(Tcb tcb, EffectList fx)
    {
        switch (tcb.State)
        {
            case TcpState.Closed:
                return CallResult.ConnectionDoesNotExist;
            case TcpState.SynReceived or TcpState.Established or TcpState.FinWait1 or TcpState.FinWait2 or TcpState.CloseWait:
                Replies.Reset(tcb, fx);
                break;
        }

        tcb.Enter(TcpState.Closed, Cause.Abort, fx);
        return CallResult.Ok;
    }
}
