namespace ActorTcp.Protocol;

/// <summary>RFC 7323 §2: windows beyond 64 KiB. Only when both SYNs carry the option (§2.2); the window of a SYN itself is never scaled.</summary>
internal static class WindowScale
{
    /// <summary>§2.3: a larger shift count means this one.</summary>
    public const byte Largest = 14;

    /// <summary>The smallest shift by which a whole receive buffer can be offered once it has grown; a small one must be worth some units before.</summary>
    public static byte For(int first, int grown)
    {
        byte shift = 0;
        while (grown >> shift > ushort.MaxValue && first >> shift > 1 && shift < Largest)
        {
            shift++;
        }

        return shift;
    }

    public static void Learn(Tcb tcb, byte shift)
    {
        tcb.Snd.Shift = Math.Min(shift, Largest);
        tcb.Rcv.Shift = tcb.Settings.WindowShift;
    }
}
