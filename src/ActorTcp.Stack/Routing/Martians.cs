using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Addresses that no segment may have: RFC 9293 §3.9.2.3 (MUST-57, MUST-63) and RFC 1122 §3.2.1.3.</summary>
internal static class Martians
{
    /// <summary>Whether the pair cannot be the ends of a connection: broadcast, multicast, "this network", or loopback, which never leaves a host.</summary>
    public static bool Is(IpAddr source, IpAddr destination) => IsNoHost(source) || IsLoopback(source) || IsNoHost(destination) || IsLoopback(destination);

    /// <summary>RFC 9293 MUST-46: whether a connection to this address is an error.</summary>
    public static bool IsNoHost(IpAddr address) => address.IsV4
        ? address.V4 >> 24 is 0 or >= 224
        : address.High >> 56 == 0xFF || address is { High: 0, Low: 0 };

    private static bool IsLoopback(IpAddr address) => address.IsV4
        ? address.V4 >> 24 == 127
        : address is { High: 0, Low: 1 };
}
