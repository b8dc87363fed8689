namespace ActorTcp.Protocol;

/// <summary>The segment sizes that a SYN cookie can tell apart, in three bits.</summary>
internal static class CookieMss
{
    public const int Bits = 3;

    // The defaults of RFC 9293 §3.7.1 for IPv4 and IPv6, what is left of an Ethernet frame in common tunnels and with IPv6 and IPv4, and jumbo frames.
    private static readonly ushort[] Sizes = [216, 536, 1220, 1360, 1400, 1440, 1460, 8960];

    /// <summary>The place of the largest size that the peer accepts. One who accepts less than the smallest gets the smallest.</summary>
    public static uint IndexOf(ushort mss)
    {
        var index = Sizes.Length - 1;
        while (index > 0 && Sizes[index] > mss)
        {
            index--;
        }

        return (uint)index;
    }

    public static ushort At(uint index) => Sizes[index];
}
