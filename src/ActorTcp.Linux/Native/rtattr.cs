using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/rtnetlink.h: what every attribute begins with; the length counts this header, not the padding.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct rtattr
{
    public ushort rta_len;
    public ushort rta_type;
}
