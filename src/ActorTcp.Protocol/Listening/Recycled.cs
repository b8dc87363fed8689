namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3.4: a half-open connection makes way for another one. Its peer is told nothing: most likely it does not exist.</summary>
internal static class Recycled
{
    public static void Process(Tcb tcb, EffectList fx) => tcb.Enter(TcpState.Closed, Cause.Recycled, fx);
}
