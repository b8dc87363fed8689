using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;

namespace ActorTcp.Linux;

/// <summary>
/// From which addresses this machine's own clients speak to the prefixes. Linux takes one of another interface if it has any of global scope; a fresh network
/// namespace has only loopback, and there the device must get one.
/// </summary>
internal static class SourceAddresses
{
    /// <summary>Of the block for benchmarks (RFC 2544, RFC 6890): nobody's network, and never leaves this machine.</summary>
    public static readonly IPAddress Default4 = IPAddress.Parse("198.18.0.1");

    /// <summary>Its counterpart in IPv6 (RFC 5180).</summary>
    public static readonly IPAddress Default6 = IPAddress.Parse("2001:2::1");

    /// <returns>The addresses that the device needs.</returns>
    public static IReadOnlyList<IPAddress> MissingFor(IReadOnlyList<IPNetwork> prefixes)
    {
        var present = Present().ToHashSet();
        return [.. prefixes.Select(prefix => prefix.BaseAddress.AddressFamily).Distinct().Where(family => !present.Contains(family))
            .Select(family => family == AddressFamily.InterNetwork ? Default4 : Default6)];
    }

    /// <summary>The families in which there is an address of global scope, on whichever interface, be it the loopback.</summary>
    private static IEnumerable<AddressFamily> Present() => NetworkInterface.GetAllNetworkInterfaces()
        .SelectMany(device => device.GetIPProperties().UnicastAddresses)
        .Select(unicast => unicast.Address)
        .Where(address => !IPAddress.IsLoopback(address) && !address.IsIPv6LinkLocal && !IsIPv4LinkLocal(address))
        .Select(address => address.AddressFamily);

    private static bool IsIPv4LinkLocal(IPAddress address) => address.GetAddressBytes() is [169, 254, _, _];
}
