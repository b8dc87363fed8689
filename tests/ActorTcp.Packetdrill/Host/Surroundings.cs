using System.Net;

namespace ActorTcp.Packetdrill;

/// <summary>Where a script plays.</summary>
/// <param name="Dialect">Whose ways its suite expects.</param>
/// <param name="IsV6">Whether its packets are IPv6.</param>
/// <param name="Mtu">Of the device, in octets.</param>
internal sealed record Surroundings(Dialect Dialect, bool IsV6, int Mtu)
{
    /// <summary>The address of the stack; packetdrill is told to take it, or it would choose one at random.</summary>
    public IPAddress Local => IPAddress.Parse(IsV6 ? "fd3d:fa7b:d17d::1" : "192.168.0.1");
}
