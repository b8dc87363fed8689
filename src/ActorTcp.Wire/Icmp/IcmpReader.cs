using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 792 and RFC 4443 §2.1: eight octets of header, of which the last four mean something else in each type, and a body.</summary>
internal static class IcmpReader
{
    public const int HeaderLength = 8;

    /// <param name="octets">The payload of the packet, whose <see cref="Packet.Ip"/> has been read.</param>
    public static DropReason Read(ReadOnlySpan<byte> octets, ChecksumCheck check, ref Packet packet)
    {
        if (octets.Length < HeaderLength)
            return DropReason.IcmpTooShort;
        if (check != ChecksumCheck.Trusted && InternetChecksum.Compute(octets, PseudoSum(in packet.Ip, octets.Length)) != 0)
            return DropReason.BadIcmpChecksum;
        packet.Kind = PacketKind.Icmp;
        packet.Icmp = new IcmpMessage
        {
            IsV4 = packet.Ip.IsV4,
            Type = octets[0],
            Code = octets[1],
            RestOfHeader = BinaryPrimitives.ReadUInt32BigEndian(octets[4..]),
            Body = octets[HeaderLength..],
        };
        return DropReason.None;
    }

    /// <summary>RFC 4443 §2.3: only ICMPv6 covers its addresses.</summary>
    private static uint PseudoSum(in IpHeader ip, int length) =>
        ip.IsV4 ? 0 : PseudoHeader.Sum(ip.Source, ip.Destination, IpProtocol.IcmpV6, length);
}
