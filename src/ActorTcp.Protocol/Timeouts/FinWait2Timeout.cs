namespace ActorTcp.Protocol;

/// <summary>A half-closed connection may live for ever, if somebody still reads; with nobody left it would only hold memory.</summary>
internal static class FinWait2Timeout
{
    public static void Start(Tcb tcb, TimeSpan now)
    {
        if (tcb.State == TcpState.FinWait2 && tcb.Rcv.Shut)
        {
            tcb.Timers.Start(Timer.FinWait2, now + tcb.Settings.FinWait2Timeout);
        }
    }

    public static void Process(Tcb tcb, EffectList fx)
    {
        fx.Signal(Signal.Closed);
        tcb.Enter(TcpState.Closed, Cause.FinWait2Timeout, fx);
    }
}
