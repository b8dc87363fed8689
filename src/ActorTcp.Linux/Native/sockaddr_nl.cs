using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/netlink.h: a netlink address; all zero but the family is the kernel.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct sockaddr_nl
{
    public ushort nl_family;
    public ushort nl_pad;
    public uint nl_pid;
    public uint nl_groups;
}
