namespace ActorTcp.Stack;

/// <summary>Bits 0 and 1 of the flags of a captured packet.</summary>
internal enum PcapDirection : uint
{
    Inbound = 1,
    Outbound = 2,
}
