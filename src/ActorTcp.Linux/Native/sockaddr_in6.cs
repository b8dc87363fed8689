using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>netinet/in.h: an IPv6 end point, address and port in network order.</summary>
[StructLayout(LayoutKind.Explicit, Size = 28)]
internal unsafe struct sockaddr_in6
{
    [FieldOffset(0)] public ushort sin6_family;
    [FieldOffset(2)] public ushort sin6_port;
    [FieldOffset(8)] public fixed byte sin6_addr[16];
}
