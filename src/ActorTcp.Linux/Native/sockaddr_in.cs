using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>netinet/in.h: an IPv4 end point, address and port in network order.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal struct sockaddr_in
{
    [FieldOffset(0)] public ushort sin_family;
    [FieldOffset(2)] public ushort sin_port;
    [FieldOffset(4)] public uint sin_addr;
}
