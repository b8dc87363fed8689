using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>The beginning of our own packet inside an ICMP error: cut off anywhere, so no length field or checksum in it can be checked.</summary>
internal static class QuotedSegment
{
    /// <summary>RFC 792: an error quotes at least eight octets behind the IP header; they hold the ports and SEG.SEQ.</summary>
    private const int SurelyQuoted = 8;

    private const int FragmentOffset = 0x1FFF;

    public static bool TryRead(ReadOnlySpan<byte> quoted, bool v4, out FourTuple tuple, out SeqNum seq)
    {
        tuple = default;
        seq = default;
        if (!(v4 ? TryFindV4(quoted, out var tcp) : TryFindV6(quoted, out tcp)) || tcp.Length < SurelyQuoted)
            return false;
        var source = v4 ? IpAddr.ReadV4(quoted[12..]) : IpAddr.ReadV6(quoted[8..]);
        var destination = v4 ? IpAddr.ReadV4(quoted[16..]) : IpAddr.ReadV6(quoted[24..]);
        if (source.IsV4 != v4 || destination.IsV4 != v4)
            return false;
        tuple = new FourTuple(
            source, BinaryPrimitives.ReadUInt16BigEndian(tcp), destination, BinaryPrimitives.ReadUInt16BigEndian(tcp[2..]));
        seq = new SeqNum(BinaryPrimitives.ReadUInt32BigEndian(tcp[4..]));
        return true;
    }

    private static bool TryFindV4(ReadOnlySpan<byte> quoted, out ReadOnlySpan<byte> tcp)
    {
        tcp = default;
        if (quoted.Length < Ipv4Reader.MinHeaderLength || quoted[0] >> 4 != 4 || quoted[9] != (byte)IpProtocol.Tcp)
            return false;
        var headerLength = (quoted[0] & 0x0F) * 4;
        if (headerLength < Ipv4Reader.MinHeaderLength || headerLength > quoted.Length)
            return false;
        if ((BinaryPrimitives.ReadUInt16BigEndian(quoted[6..]) & FragmentOffset) != 0)
            return false;
        tcp = quoted[headerLength..];
        return true;
    }

    private static bool TryFindV6(ReadOnlySpan<byte> quoted, out ReadOnlySpan<byte> tcp)
    {
        tcp = default;
        if (quoted.Length < Ipv6Reader.FixedHeaderLength || quoted[0] >> 4 != 6)
            return false;
        if (ExtensionHeaders.Walk(quoted, out var upper) != DropReason.None || upper.Protocol != IpProtocol.Tcp)
            return false;
        tcp = quoted[upper.PayloadAt..];
        return true;
    }
}
