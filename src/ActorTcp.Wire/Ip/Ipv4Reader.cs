using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 791 §3.1. Options are skipped (MUST-50), fragments refused.</summary>
internal static class Ipv4Reader
{
    public const int MinHeaderLength = 20;
    private const int DontFragmentBit = 0x4000;
    private const int MoreFragmentsOrOffset = 0x3FFF;

    public static DropReason Read(ReadOnlySpan<byte> octets, ChecksumCheck check, out IpHeader ip, out ReadOnlySpan<byte> payload)
    {
        ip = default;
        payload = default;
        if (octets.Length < MinHeaderLength)
            return DropReason.PacketTooShort;
        var headerLength = (octets[0] & 0x0F) * 4;
        if (headerLength < MinHeaderLength || headerLength > octets.Length)
            return DropReason.BadIpHeaderLength;
        var totalLength = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        if (totalLength < headerLength || totalLength > octets.Length)
            return DropReason.BadIpTotalLength;
        if (check != ChecksumCheck.Trusted && InternetChecksum.Compute(octets[..headerLength]) != 0)
            return DropReason.BadIpChecksum;
        var flagsAndOffset = BinaryPrimitives.ReadUInt16BigEndian(octets[6..]);
        if ((flagsAndOffset & MoreFragmentsOrOffset) != 0)
            return DropReason.Fragment;

        ip = new IpHeader
        {
            Source = IpAddr.ReadV4(octets[12..]),
            Destination = IpAddr.ReadV4(octets[16..]),
            Protocol = (IpProtocol)octets[9],
            HopLimit = octets[8],
            TrafficClass = octets[1],
            Identification = BinaryPrimitives.ReadUInt16BigEndian(octets[4..]),
            DontFragment = (flagsAndOffset & DontFragmentBit) != 0,
        };
        payload = octets[headerLength..totalLength];
        return DropReason.None;
    }
}
