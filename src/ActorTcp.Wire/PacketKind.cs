namespace ActorTcp.Wire;

/// <summary>Which of a packet's contents is there: a segment, or a message of ICMP or ICMPv6.</summary>
internal enum PacketKind : byte
{
    Tcp,
    Icmp,
}
