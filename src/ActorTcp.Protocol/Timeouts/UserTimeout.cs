namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.8 USER TIMEOUT: "flush all queues, signal the user 'error: connection aborted due to user timeout', delete the TCB".</summary>
internal static class UserTimeout
{
    public static void Process(Tcb tcb, EffectList fx)
    {
        fx.Signal(Signal.ConnectionTimedOut);
        tcb.Enter(TcpState.Closed, Cause.UserTimeout, fx);
    }
}
