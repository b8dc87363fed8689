using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/netlink.h: what every netlink message begins with; the length counts this header.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct nlmsghdr
{
    public uint nlmsg_len;
    public ushort nlmsg_type;
    public ushort nlmsg_flags;
    public uint nlmsg_seq;
    public uint nlmsg_pid;
}
