using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 8200 §4: the walk from the fixed IPv6 header to the upper layer.</summary>
internal static class ExtensionHeaders
{
    /// <summary>RFC 8504 §5.3 lets a host bound the work; real packets carry one or two.</summary>
    public const int MaxHeaders = 8;

    private const int NextHeaderOfFixedHeader = 6;

    /// <param name="packet">From the fixed header on, and at least that; the walk ends with it.</param>
    /// <param name="upper">Where the walk arrived.</param>
    public static DropReason Walk(ReadOnlySpan<byte> packet, out UpperLayer upper)
    {
        upper = new UpperLayer((IpProtocol)packet[NextHeaderOfFixedHeader], Ipv6Reader.FixedHeaderLength, NextHeaderOfFixedHeader);
        for (var headers = 0; IsExtension(upper.Protocol); headers++)
        {
            if (headers == MaxHeaders)
                return DropReason.BadExtensionHeader;
            if (upper.Protocol == IpProtocol.HopByHopOptions && headers > 0)
                return DropReason.BadExtensionHeader;
            var reason = Check(upper.Protocol, packet[upper.PayloadAt..], out var length);
            if (reason != DropReason.None)
                return reason;
            upper = new UpperLayer((IpProtocol)packet[upper.PayloadAt], upper.PayloadAt + length, upper.PayloadAt);
        }

        return upper.Protocol == IpProtocol.NoNextHeader ? DropReason.NoNextHeader : DropReason.None;
    }

    private static bool IsExtension(IpProtocol protocol) =>
        protocol is IpProtocol.HopByHopOptions or IpProtocol.DestinationOptions or IpProtocol.Routing or IpProtocol.Fragment;

    private static DropReason Check(IpProtocol kind, ReadOnlySpan<byte> octets, out int length)
    {
        length = 0;
        if (octets.Length < 8)
            return DropReason.BadExtensionHeader;
        length = kind == IpProtocol.Fragment ? 8 : (octets[1] + 1) * 8;
        if (length > octets.Length)
            return DropReason.BadExtensionHeader;
        return kind switch
        {
            IpProtocol.Fragment => CheckFragment(octets),
            IpProtocol.Routing => octets[3] == 0 ? DropReason.None : DropReason.RoutedOnward,
            _ => CheckOptions(octets[2..length]),
        };
    }

    /// <summary>RFC 6946 §4: a fragment that is the whole datagram is no fragment.</summary>
    private static DropReason CheckFragment(ReadOnlySpan<byte> octets) =>
        (BinaryPrimitives.ReadUInt16BigEndian(octets[2..]) & 0xFFF9) == 0 ? DropReason.None : DropReason.Fragment;

    /// <summary>§4.2: Pad1 and PadN are known, others are skipped if the two high bits of their type allow it.</summary>
    private static DropReason CheckOptions(ReadOnlySpan<byte> options)
    {
        while (!options.IsEmpty)
        {
            var type = options[0];
            if (type == 0)
            {
                options = options[1..];
                continue;
            }

            if (options.Length < 2 || options[1] + 2 > options.Length)
                return DropReason.BadExtensionHeader;
            if (type >> 6 != 0)
                return DropReason.RefusedIpv6Option;
            options = options[(options[1] + 2)..];
        }

        return DropReason.None;
    }
}
