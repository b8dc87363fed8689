using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>What the beginning of a packet says, before anything is checked: lengths and checksums cannot be where an ICMP error quotes it, cut off anywhere.</summary>
internal static class UncheckedSegment
{
    /// <summary>RFC 792: an error quotes at least eight octets behind the IP header; they hold the ports and SEG.SEQ.</summary>
    private const int SurelyQuoted = 8;

    private const int FragmentOffset = 0x1FFF;

    public static bool TryRead(ReadOnlySpan<byte> octets, bool v4, out FourTuple tuple, out SeqNum seq)
    {
        tuple = default;
        seq = default;
        if (!(v4 ? TryFindV4(octets, out var tcp) : TryFindV6(octets, out tcp)) || tcp.Length < SurelyQuoted)
            return false;
        var source = v4 ? IpAddr.ReadV4(octets[12..]) : IpAddr.ReadV6(octets[8..]);
        var destination = v4 ? IpAddr.ReadV4(octets[16..]) : IpAddr.ReadV6(octets[24..]);
        if (source.IsV4 != v4 || destination.IsV4 != v4)
            return false;
        tuple = new FourTuple(
            source, BinaryPrimitives.ReadUInt16BigEndian(tcp), destination, BinaryPrimitives.ReadUInt16BigEndian(tcp[2..]));
        seq = new SeqNum(BinaryPrimitives.ReadUInt32BigEndian(tcp[4..]));
        return true;
    }

    private static bool TryFindV4(ReadOnlySpan<byte> octets, out ReadOnlySpan<byte> tcp)
    {
        tcp = default;
        if (octets.Length < Ipv4Reader.MinHeaderLength || octets[0] >> 4 != 4 || octets[9] != (byte)IpProtocol.Tcp)
            return false;
        var headerLength = (octets[0] & 0x0F) * 4;
        if (headerLength < Ipv4Reader.MinHeaderLength || headerLength > octets.Length)
            return false;
        if ((BinaryPrimitives.ReadUInt16BigEndian(octets[6..]) & FragmentOffset) != 0)
            return false;
        tcp = octets[headerLength..];
        return true;
    }

    private static bool TryFindV6(ReadOnlySpan<byte> octets, out ReadOnlySpan<byte> tcp)
    {
        tcp = default;
        if (octets.Length < Ipv6Reader.FixedHeaderLength || octets[0] >> 4 != 6)
            return false;
        if (ExtensionHeaders.Walk(octets, out var upper) != DropReason.None || upper.Protocol != IpProtocol.Tcp)
            return false;
        tcp = octets[upper.PayloadAt..];
        return true;
    }
}
