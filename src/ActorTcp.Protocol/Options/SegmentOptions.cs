using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Which options this side's segments carry, and what is learned from the peer's.</summary>
internal static class SegmentOptions
{
    /// <summary>RFC 9293 §3.7.1: the MSS option goes on every SYN (MAY-3).</summary>
    public static TcpOptions OnSyn(Tcb tcb) => new() { Present = OptionKinds.Mss, Mss = tcb.ReceiveMss };

    /// <summary>Octets of options on every segment after the SYN.</summary>
    public static int Length(Tcb _) => 0;

    /// <summary>Remembers what the peer's SYN says. An MSS of 0 would forbid all text: it counts as absent.</summary>
    public static void Learn(Tcb tcb, in TcpOptions options)
    {
        if (options.Has(OptionKinds.Mss) && options.Mss > 0)
        {
            tcb.Snd.Mss = options.Mss;
        }
    }
}
