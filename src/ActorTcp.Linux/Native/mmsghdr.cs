using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>sys/socket.h: one message of several, and how much of it was sent.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct mmsghdr
{
    public msghdr msg_hdr;
    public uint msg_len;
}
