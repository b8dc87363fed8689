using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.7: SEGMENT ARRIVES.</summary>
/// <remarks>The effects are the decisions; after them, and after the user's answer, <see cref="Output.Flush"/> sends what is owed.</remarks>
internal static partial class SegmentArrives
{
    public static void Process(Tcb tcb, in Segment seg, EffectList fx)
    {
        _ = tcb.State switch
        {
            TcpState.Closed => InClosed(in seg, fx),
            TcpState.Listen => InListen(tcb, in seg, fx),
            TcpState.SynSent => InSynSent(tcb, in seg, fx),
            TcpState.SynReceived
                or TcpState.Established
                or TcpState.FinWait1
                or TcpState.FinWait2
                or TcpState.CloseWait
                or TcpState.Closing
                or TcpState.LastAck => Otherwise(tcb, in seg, fx),
            TcpState.TimeWait => InTimeWait(tcb, in seg, fx),
        };
    }
}
