using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>sys/socket.h: a message: where to, and what.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct msghdr
{
    public nint msg_name;
    public uint msg_namelen;
    public nint msg_iov;
    public nuint msg_iovlen;
    public nint msg_control;
    public nuint msg_controllen;
    public int msg_flags;
}
