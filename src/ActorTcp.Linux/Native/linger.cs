using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>sys/socket.h: whether close(2) waits, for how many seconds; on with 0 resets the connection.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct linger
{
    public int l_onoff;
    public int l_linger;
}
