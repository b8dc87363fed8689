using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>sys/uio.h: one of the pieces that readv, writev and messages join.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct iovec
{
    public void* iov_base;
    public nuint iov_len;
}
