using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 792 and RFC 4443 §2.1: eight octets of header, of which the last four mean something else in each type, and a body.</summary>
internal static class IcmpReader
{
    public const int HeaderLength = 8;

    public static DropReason Read(ReadOnlySpan<byte> octets, scoped in IpHeader ip, ChecksumCheck check, out Packet packet)
    {
        packet = new Packet(in ip);
        if (octets.Length < HeaderLength)
            return DropReason.IcmpTooShort;
        if (check != ChecksumCheck.Trusted && InternetChecksum.Compute(octets, PseudoSum(in ip, octets.Length)) != 0)
            return DropReason.BadIcmpChecksum;
        var message = new IcmpMessage
        {
            IsV4 = ip.IsV4,
            Type = octets[0],
            Code = octets[1],
            RestOfHeader = BinaryPrimitives.ReadUInt32BigEndian(octets[4..]),
            Body = octets[HeaderLength..],
        };
        packet = new Packet(in ip, in message);
        return DropReason.None;
    }

    /// <summary>RFC 4443 §2.3: only ICMPv6 covers its addresses.</summary>
    private static uint PseudoSum(in IpHeader ip, int length) =>
        ip.IsV4 ? 0 : PseudoHeader.Sum(ip.Source, ip.Destination, IpProtocol.IcmpV6, length);
}
