using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>time.h: seconds and nanoseconds.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct timespec
{
    public nint tv_sec;
    public nint tv_nsec;
}
