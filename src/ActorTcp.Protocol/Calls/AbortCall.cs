namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.5: ABORT. All queues are flushed; the peer learns it by a RST where it could still wait for something.</summary>
internal static class AbortCall
{
    public static CallResult Process(Tcb tcb, EffectList fx)
    {
        if (tcb.State == TcpState.Closed)
        {
            return CallResult.ConnectionDoesNotExist;
        }

        if (tcb.State.MayReset())
        {
            Replies.Reset(tcb, fx);
        }

        tcb.Enter(TcpState.Closed, Cause.Abort, fx);
        return CallResult.Ok;
    }
}
