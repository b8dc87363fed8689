using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 8200 §3. Extension headers are walked; jumbograms (RFC 2675) are not understood.</summary>
internal static class Ipv6Reader
{
    public const int FixedHeaderLength = 40;

    public static DropReason Read(ReadOnlySpan<byte> octets, out IpHeader ip, out ReadOnlySpan<byte> payload)
    {
        ip = default;
        payload = default;
        if (octets.Length < FixedHeaderLength)
            return DropReason.PacketTooShort;
        var totalLength = FixedHeaderLength + BinaryPrimitives.ReadUInt16BigEndian(octets[4..]);
        if (totalLength > octets.Length)
            return DropReason.BadIpTotalLength;
        var reason = ExtensionHeaders.Walk(octets[..totalLength], out var walk);
        if (reason != DropReason.None)
            return reason;
        var source = IpAddr.ReadV6(octets[8..]);
        var destination = IpAddr.ReadV6(octets[24..]);
        if (source.IsV4 || destination.IsV4)
            return DropReason.MappedAddress;

        var first = BinaryPrimitives.ReadUInt32BigEndian(octets);
        ip = new IpHeader
        {
            Source = source,
            Destination = destination,
            Protocol = walk.Protocol,
            HopLimit = octets[7],
            TrafficClass = (byte)(first >> 20),
            DontFragment = true,
            FlowLabel = first & 0xF_FFFF,
        };
        payload = octets[walk.PayloadAt..totalLength];
        return DropReason.None;
    }
}
