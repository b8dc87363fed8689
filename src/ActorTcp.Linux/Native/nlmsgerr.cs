using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/netlink.h: the kernel's acknowledgement; the error is a negated errno, or 0.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct nlmsgerr
{
    public int error;
    public nlmsghdr msg;
}
