using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>sys/resource.h: how much of something a process may have, and how far it may raise that itself.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct rlimit
{
    public nuint rlim_cur;
    public nuint rlim_max;
}
