using System.Runtime.InteropServices;

namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.3.1: what names a connection, seen from this side.</summary>
[StructLayout(LayoutKind.Auto)]   // the ports side by side: 40 octets, not 48
internal readonly record struct FourTuple(IpAddr Local, ushort LocalPort, IpAddr Remote, ushort RemotePort)
{
    /// <summary>The same connection seen from the other side.</summary>
    public FourTuple Reversed => new(Remote, RemotePort, Local, LocalPort);

    /// <summary>Both ports in one word, for a hash.</summary>
    public uint Ports => ((uint)LocalPort << 16) | RemotePort;

    public override string ToString() => Local.IsV4
        ? $"{Local}:{LocalPort} <- {Remote}:{RemotePort}"
        : $"[{Local}]:{LocalPort} <- [{Remote}]:{RemotePort}";
}
