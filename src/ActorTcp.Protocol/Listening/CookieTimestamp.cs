using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>What the peer's SYN offered rides in the timestamp of a SYN-ACK with a cookie, and comes back in TSecr.</summary>
/// <remarks>
/// <code>
///  31                              6   5     4    3     0
/// +---------------------------------+-----+------+--------+
/// |  the clock, in steps of 64 ms   | ECN | SACK | shift  |
/// +---------------------------------+-----+------+--------+
/// </code>
/// The shift of the peer's windows is 0 to 14, and 15 says that they are not scaled. The value never lies ahead of the clock, for later segments must not
/// look older. Nothing is authenticated: a peer that changes these bits deceives itself. Without timestamps none of the options can be kept.
/// </remarks>
internal static class CookieTimestamp
{
    private const int Bits = 6;
    private const uint NoShift = 15;
    private const uint Sack = 1 << 4;
    private const uint Ecn = 1 << 5;

    /// <param name="clock">TSval as it would be without a cookie.</param>
    /// <param name="agreed">What the peer's SYN offers and this side takes up.</param>
    /// <param name="shift">The peer's window scale; meaningful when it is agreed.</param>
    public static uint Encode(uint clock, OptionKinds agreed, byte shift, bool ecn)
    {
        var bits = (agreed & OptionKinds.WindowScale) != 0 ? Math.Min(shift, WindowScale.Largest) : NoShift;
        bits |= (agreed & OptionKinds.SackPermitted) != 0 ? Sack : 0;
        bits |= ecn ? Ecn : 0;
        var value = (clock >> Bits << Bits) | bits;
        return unchecked((int)(value - clock)) > 0 ? unchecked(value - (1u << Bits)) : value;
    }

    /// <summary>Whether the peer's SYN asked for ECN and was promised it.</summary>
    public static bool HasEcn(in TcpOptions acknowledgment) => acknowledgment.Has(OptionKinds.Timestamps) && (acknowledgment.TsEcr & Ecn) != 0;

    /// <summary>The options of the peer's SYN, from the acknowledgment of the cookie.</summary>
    /// <param name="mss">What the cookie itself says.</param>
    public static TcpOptions Decode(in TcpOptions acknowledgment, ushort mss)
    {
        if (!acknowledgment.Has(OptionKinds.Timestamps))
        {
            return new TcpOptions { Present = OptionKinds.Mss, Mss = mss };
        }

        var bits = acknowledgment.TsEcr;
        var shift = bits & NoShift;
        return new TcpOptions
        {
            Present = OptionKinds.Mss | OptionKinds.Timestamps
                | (shift == NoShift ? OptionKinds.None : OptionKinds.WindowScale)
                | ((bits & Sack) != 0 ? OptionKinds.SackPermitted : OptionKinds.None),
            Mss = mss,
            TsVal = acknowledgment.TsVal,
            WindowScale = (byte)shift,
        };
    }
}
