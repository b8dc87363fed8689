namespace ActorTcp.Wire;

/// <summary>Octets from the device → a checked <see cref="Packet"/>, or the reason why not. Every length and checksum is looked at here, once.</summary>
internal static class PacketReader
{
    /// <summary>Octets after the length that the IP header states are ignored: links pad.</summary>
    /// <param name="octets">One packet from its IP header on.</param>
    /// <param name="packet">Complete with <see cref="DropReason.None"/>; with the reasons above the IP layer only <see cref="Packet.Ip"/> is filled: enough for a log line or an ICMP error.</param>
    /// <param name="check">Whether checksums are verified.</param>
    public static DropReason Read(ReadOnlySpan<byte> octets, out Packet packet, ChecksumCheck check = ChecksumCheck.Verify)
    {
        packet = default;
        var reason = ReadIp(octets, check, out packet.Ip, out var payload);
        if (reason != DropReason.None)
            return reason;
        return packet.Ip.Protocol switch
        {
            IpProtocol.Tcp => SegmentReader.Read(payload, check, ref packet),
            IpProtocol.Icmp when packet.Ip.IsV4 => IcmpReader.Read(payload, check, ref packet),
            IpProtocol.IcmpV6 when !packet.Ip.IsV4 => IcmpReader.Read(payload, check, ref packet),
            _ => DropReason.UnknownProtocol,
        };
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
