using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.7.1: maximum segment size.</summary>
internal static class MssOption
{
    private const int TcpHeader = 20;

    /// <summary>What is assumed of a peer that sends no MSS option (MUST-15): 576 − 40 or 1280 − 60.</summary>
    public static ushort Default(bool isV4) => isV4 ? (ushort)536 : (ushort)1220;

    /// <summary>SendMSS as the peer's SYN has it. An MSS of 0 would forbid all text: it counts as absent.</summary>
    public static ushort OfPeer(in TcpOptions options, bool isV4) => options.Has(OptionKinds.Mss) && options.Mss > 0 ? options.Mss : Default(isV4);

    /// <summary>What to announce: the MTU less the fixed headers; options are not counted (RFC 6691).</summary>
    public static ushort For(ushort mtu, bool isV4) => (ushort)Math.Max(mtu - IpHeader(isV4) - TcpHeader, 1);

    /// <summary>Eff.snd.MSS = min(SendMSS + 20, MMS_S) − TCPhdrsize − IPoptionsize, where MMS_S is the MTU less the IP header and no IP options are sent.</summary>
    public static uint EffectiveSend(ushort sendMss, ushort mtu, bool isV4, int optionsLength)
    {
        var segment = Math.Min(sendMss + TcpHeader, mtu - IpHeader(isV4));
        return (uint)Math.Max(segment - TcpHeader - optionsLength, 1);
    }

    /// <summary>Octets of a packet before text and options.</summary>
    public static int Headers(bool isV4) => IpHeader(isV4) + TcpHeader;

    /// <summary>No path carries less (RFC 1191 §3, RFC 8200 §5).</summary>
    public static int LeastMtu(bool isV4) => isV4 ? 68 : 1280;

    private static int IpHeader(bool isV4) => isV4 ? 20 : 40;
}
