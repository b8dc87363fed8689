using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>netinet/tcp.h: what the kernel knows of a connection, as far as anyone asks. Times are in microseconds.</summary>
[StructLayout(LayoutKind.Explicit, Size = 104)]
internal struct tcp_info
{
    [FieldOffset(0)] public byte tcpi_state;
    [FieldOffset(68)] public uint tcpi_rtt;
    [FieldOffset(100)] public uint tcpi_total_retrans;
}
