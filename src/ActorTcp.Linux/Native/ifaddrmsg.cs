using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/if_addr.h: an address of a link.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ifaddrmsg
{
    public byte ifa_family;
    public byte ifa_prefixlen;
    public byte ifa_flags;
    public byte ifa_scope;
    public uint ifa_index;
}
