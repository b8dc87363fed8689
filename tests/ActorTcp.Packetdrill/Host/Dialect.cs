namespace ActorTcp.Packetdrill;

/// <summary>For which kernel's ways a suite is written, where the RFCs leave a choice.</summary>
internal enum Dialect
{
    Linux,
    FreeBsd,
}
