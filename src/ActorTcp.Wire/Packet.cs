namespace ActorTcp.Wire;

/// <summary>One received packet with lengths and checksums checked: values and spans over its buffer, valid while the buffer is.</summary>
internal ref struct Packet
{
    public readonly IpHeader Ip;
    public readonly PacketKind Kind;
    public readonly ushort SourcePort;
    public readonly ushort DestinationPort;

    /// <summary>Meaningful when <see cref="Kind"/> is <see cref="PacketKind.Tcp"/>.</summary>
    public readonly Segment Tcp;

    /// <summary>Meaningful when <see cref="Kind"/> is <see cref="PacketKind.Icmp"/>.</summary>
    public readonly IcmpMessage Icmp;

    /// <summary>The keyed hash of <see cref="Tuple"/>, once somebody has computed it for all who come after.</summary>
    public uint FlowHash;

    public Packet(scoped in IpHeader ip, ushort sourcePort, ushort destinationPort, scoped in Segment tcp)
    {
        Ip = ip;
        Kind = PacketKind.Tcp;
        SourcePort = sourcePort;
        DestinationPort = destinationPort;
        Tcp = tcp;
    }

    public Packet(scoped in IpHeader ip, scoped in IcmpMessage icmp)
    {
        Ip = ip;
        Kind = PacketKind.Icmp;
        Icmp = icmp;
    }

    /// <summary>What is left of a packet whose content was refused: its IP header, for a log line or an ICMP error.</summary>
    public Packet(scoped in IpHeader ip) => Ip = ip;

    /// <summary>The connection as the receiver names it: Local is where the packet was sent to.</summary>
    public readonly FourTuple Tuple => new(Ip.Destination, DestinationPort, Ip.Source, SourcePort);
}
