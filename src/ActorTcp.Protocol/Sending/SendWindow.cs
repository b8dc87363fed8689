using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.7.4, fifth step: SND.WND with SND.WL1 and SND.WL2, which keep old segments from updating it.</summary>
internal static class SendWindow
{
    /// <summary>SEG.WND in octets (RFC 7323 §2.3).</summary>
    public static uint Of(Tcb tcb, in Segment seg) => seg.HasSyn ? seg.Wnd : (uint)seg.Wnd << tcb.Snd.Shift;

    /// <summary>Takes the window of a segment that synchronizes.</summary>
    public static void Set(Tcb tcb, in Segment seg)
    {
        ref var snd = ref tcb.Snd;
        snd.Wnd = Of(tcb, in seg);
        snd.MaxWnd = Math.Max(snd.MaxWnd, snd.Wnd);
        snd.Wl1 = seg.Seq;
        snd.Wl2 = seg.Ack;
    }

    /// <summary>Takes the window if the segment is not older than the one of the last update.</summary>
    public static void Update(Tcb tcb, in Segment seg)
    {
        ref var snd = ref tcb.Snd;
        if (snd.Una <= seg.Ack && (snd.Wl1 < seg.Seq || (snd.Wl1 == seg.Seq && snd.Wl2 <= seg.Ack)))
        {
            var wasClosed = snd.Wnd == 0;
            Set(tcb, in seg);
            if (snd.Wnd > 0)
            {
                PersistTimeout.WindowOpens(tcb, wasClosed);
            }
            else
            {
                tcb.Timers.Stop(Timer.User);   // a peer that answers with a closed window is alive: probing may go on for ever (MUST-37)
            }
        }
    }
}
