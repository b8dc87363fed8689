using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/rtnetlink.h: a link; only the flags in the change mask are changed.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct ifinfomsg
{
    public byte ifi_family;
    public ushort ifi_type;
    public int ifi_index;
    public uint ifi_flags;
    public uint ifi_change;
}
