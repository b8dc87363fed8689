namespace ActorTcp.Wire;

/// <summary>One received packet with lengths and checksums checked: values and spans over its buffer, valid while the buffer is.</summary>
/// <remarks>The fields are filled where they stand and passed on by reference: at hundreds of thousands a second, copies of two hundred octets would count.</remarks>
internal ref struct Packet
{
    public IpHeader Ip;
    public PacketKind Kind;
    public ushort SourcePort;
    public ushort DestinationPort;

    /// <summary>The keyed hash of <see cref="Tuple"/>, once somebody has computed it for all who come after.</summary>
    public uint FlowHash;

    /// <summary>Meaningful when <see cref="Kind"/> is <see cref="PacketKind.Tcp"/>.</summary>
    public Segment Tcp;

    /// <summary>Meaningful when <see cref="Kind"/> is <see cref="PacketKind.Icmp"/>.</summary>
    public IcmpMessage Icmp;

    /// <summary>The connection as the receiver names it: Local is where the packet was sent to.</summary>
    public readonly FourTuple Tuple => new(Ip.Destination, DestinationPort, Ip.Source, SourcePort);
}
