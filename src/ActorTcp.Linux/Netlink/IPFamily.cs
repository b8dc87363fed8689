using System.Net;
using System.Net.Sockets;

namespace ActorTcp.Linux;

internal static class IPFamily
{
    /// <summary>The kernel's number for an address's family.</summary>
    public static byte Family(this IPAddress address) => (byte)(address.AddressFamily == AddressFamily.InterNetworkV6 ? Sys.AF_INET6 : Sys.AF_INET);
}
