using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.8.6: which window this side offers.</summary>
internal static class ReceiveWindow
{
    /// <summary>What a SYN offers: never scaled (RFC 7323 §2.2).</summary>
    public static ushort OnSyn(ConnectionSettings settings) => (ushort)Math.Min(settings.ReceiveBuffer, ushort.MaxValue);

    /// <summary>The window of the first segment that is sent.</summary>
    public static void Open(Tcb tcb) => tcb.Rcv.Edge = tcb.Rcv.Nxt + OnSyn(tcb.Settings);

    /// <summary>
    /// §3.8.6.2.2 (MUST-39): a window below min(½ RCV.BUFF, Eff.snd.MSS) would be a silly one, so the right edge waits until there is room for more; never to the left.
    /// </summary>
    /// <remarks>The algorithm that the RFC suggests also moves the edge of a large window in steps of that size only; its senders are told of room late, and none is sillier for it.</remarks>
    /// <returns>The window to put into a segment, scaled.</returns>
    public static ushort Offer(Tcb tcb)
    {
        var limit = Limit(tcb);
        if (limit > tcb.Rcv.Edge && limit - tcb.Rcv.Nxt >= Math.Min(tcb.ReceiveBuffer / 2, (int)tcb.EffectiveSendMss))
        {
            tcb.Rcv.Edge = limit;
        }

        return (ushort)(tcb.Rcv.Wnd >> tcb.Rcv.Shift);
    }

    /// <summary>Whether the peer should be told at once that the user has made room: half the buffer, or the end of a window too small for a segment.</summary>
    public static bool IsUpdateWorthwhile(Tcb tcb)
    {
        var gain = Gain(tcb);
        var half = tcb.ReceiveBuffer / 2;
        return gain >= half || (tcb.Rcv.Wnd < tcb.EffectiveSendMss && gain >= Math.Min(half, (int)tcb.EffectiveSendMss));
    }

    /// <summary>§3.4 and §3.10.7.4, first step: the four cases of acceptability. RCV.WND is what the peer may know of it.</summary>
    /// <remarks>
    /// Wider than the RFC's table in two places. A segment that reaches beyond the window on both sides counts, as it is cut to the window anyway.
    /// So does an ACK alone at the right edge: a peer whose text fills the window sends it there, and two such peers would else answer each other for ever.
    /// </remarks>
    public static bool IsAcceptable(in ReceiveSequence rcv, in Segment seg) => (seg.Len, rcv.Wnd) switch
    {
        (0, 0) => seg.Seq == rcv.Nxt,
        (0, _) => seg.Seq.IsIn(rcv.Nxt, rcv.Wnd) || (seg.Seq == rcv.Edge && !seg.HasRst),
        (_, 0) => false,
        (_, _) => seg.Seq < rcv.Edge && seg.End > rcv.Nxt,
    };

    private static SeqNum Limit(Tcb tcb)
    {
        var room = Math.Max(tcb.ReceiveBuffer - tcb.Rcv.Unread, 0);
        return tcb.Rcv.Nxt + (uint)Math.Min(room, ushort.MaxValue << tcb.Rcv.Shift);
    }

    private static int Gain(Tcb tcb) => Limit(tcb) - tcb.Rcv.Edge;
}
