namespace ActorTcp.Wire;

/// <summary>Octets from the device → a checked <see cref="Packet"/>, or the reason why not. Every length and checksum is looked at here, once.</summary>
internal static class PacketReader
{
    /// <summary>Octets after the length that the IP header states are ignored: links pad.</summary>
    /// <param name="octets">One packet from its IP header on.</param>
    /// <param name="packet">Complete with <see cref="DropReason.None"/>; with the reasons above the IP layer only <see cref="Packet.Ip"/> is filled.</param>
    /// <param name="check">Whether checksums are verified.</param>
    public static DropReason Read(ReadOnlySpan<byte> octets, out Packet packet, ChecksumCheck check = ChecksumCheck.Verify)
    {
        var reason = ReadIp(octets, check, out var ip, out var payload);
        if (reason != DropReason.None)
        {
            packet = default;
            return reason;
        }

        switch (ip.Protocol)
        {
            case IpProtocol.Tcp:
                return SegmentReader.Read(payload, in ip, check, out packet);
            case IpProtocol.Icmp when ip.IsV4:
            case IpProtocol.IcmpV6 when !ip.IsV4:
                return IcmpReader.Read(payload, in ip, check, out packet);
            default:
                packet = new Packet(in ip);
                return DropReason.UnknownProtocol;
        }
    }

    private static DropReason ReadIp(ReadOnlySpan<byte> octets, ChecksumCheck check, out IpHeader ip, out ReadOnlySpan<byte> payload)
    {
        ip = default;
        payload = default;
        if (octets.IsEmpty)
            return DropReason.PacketTooShort;
        return (octets[0] >> 4) switch
        {
            4 => Ipv4Reader.Read(octets, check, out ip, out payload),
            6 => Ipv6Reader.Read(octets, out ip, out payload),
            _ => DropReason.BadVersion,
        };
    }
}
