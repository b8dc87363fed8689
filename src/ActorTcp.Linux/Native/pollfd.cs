using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>poll.h: one descriptor and what is awaited of it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct pollfd
{
    public int fd;
    public short events;
    public short revents;
}
