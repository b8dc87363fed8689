namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.8.6.2.1: how much may be sent from the cursor on, and whether it is worth a segment.</summary>
internal readonly record struct SendDecision(bool IsSend, uint Length, bool Fin)
{
    public static SendDecision Next(Tcb tcb) => Next(tcb, tcb.Congestion.Size + LossRecovery.BeyondWindow(tcb));

    public static SendDecision Next(Tcb tcb, uint congestionWindow)
    {
        ref var snd = ref tcb.Snd;
        var unsent = snd.Unsent;
        var usable = Usable(tcb, congestionWindow);
        var length = Math.Min(unsent, Math.Min(usable, tcb.EffectiveSendMss));
        var fin = snd.FinUnsent && length == unsent && Usable(tcb, Math.Max(congestionWindow, congestionWindow + 1)) > length;   // the FIN takes an octet of the peer's window, and hardly any of the network
        return new SendDecision(fin || (length > 0 && IsWorthwhile(tcb, length, length == unsent)), length, fin);
    }

    /// <summary>U: the usable window, of the peer and of the network.</summary>
    public static uint Usable(Tcb tcb, uint congestionWindow)
    {
        var window = Math.Min(tcb.Snd.Wnd, congestionWindow);
        var used = tcb.Snd.Cursor.After(tcb.Snd.FirstOctet);
        return used < window ? window - used : 0;
    }

    /// <summary>The conditions (1) to (3) of §3.8.6.2.1 (MUST-38) with Nagle's in brackets (§3.7.4, SHLD-7); (4) is the persist timer. All that a user sends is pushed.</summary>
    private static bool IsWorthwhile(Tcb tcb, uint length, bool isAll)
    {
        ref var snd = ref tcb.Snd;
        var nothingInFlight = snd.Nxt == snd.FirstOctet || !tcb.Settings.Nagle;
        return snd.Cursor < snd.Nxt
            || length >= tcb.EffectiveSendMss
            || (nothingInFlight && isAll)
            || (nothingInFlight && length >= snd.MaxWnd / 2);
    }
}
