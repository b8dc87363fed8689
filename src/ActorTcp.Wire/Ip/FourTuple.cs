namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.3.1: what names a connection, seen from this side.</summary>
internal readonly record struct FourTuple(IpAddr Local, ushort LocalPort, IpAddr Remote, ushort RemotePort)
{
    /// <summary>The same connection seen from the other side.</summary>
    public FourTuple Reversed => new(Remote, RemotePort, Local, LocalPort);

    public override string ToString() => Local.IsV4
        ? $"{Local}:{LocalPort} <- {Remote}:{RemotePort}"
        : $"[{Local}]:{LocalPort} <- [{Remote}]:{RemotePort}";
}
