using System.Net;
using System.Net.NetworkInformation;

namespace ActorTcp.Lab;

/// <summary>What may be loaded without asking: this machine, and a network namespace from which there is no way out.</summary>
internal static class OwnNetwork
{
    /// <summary>Whether there is no way out of this network namespace.</summary>
    public static bool IsClosed => WayOut() is null;

    /// <returns>Null if it may; otherwise why not.</returns>
    public static string? Objection(LoadTarget target) =>
        IsOfThisMachine(target.Addresses) || WayOut() is not { } way ? null
            : $"{target.Addresses} is not on this machine, and {way}. Load on what belongs to somebody else is an attack.";

    private static bool IsOfThisMachine(AddressPool addresses)
    {
        var (first, last) = (addresses[0].ToIPAddress(), addresses[addresses.Count - 1].ToIPAddress());
        return (IPAddress.IsLoopback(first) && IPAddress.IsLoopback(last))
            || (addresses.Count == 1 && Interfaces().Any(device => device.GetIPProperties().UnicastAddresses.Any(own => own.Address.Equals(first))));
    }

    private static string? WayOut() =>
        Interfaces().Select(device => device.Name).FirstOrDefault(IsHardware) is { } hardware ? $"this network has the device {hardware}"
        : HasDefaultRoute() ? "this network has a default route"
        : null;

    private static NetworkInterface[] Interfaces() => NetworkInterface.GetAllNetworkInterfaces();

    private static bool IsHardware(string name) => Directory.Exists($"/sys/class/net/{name}/device");

    /// <summary>proc(5), net/route: interface, destination, …, mask in the eighth column. net/ipv6_route: destination, its length, …, interface last.</summary>
    private static bool HasDefaultRoute() =>
        Rows("/proc/net/route").Any(row => row is [_, "00000000", _, _, _, _, _, "00000000", ..])
        || Rows("/proc/net/ipv6_route").Any(row => row is ["00000000000000000000000000000000", "00", .., not "lo"]);

    private static IEnumerable<string[]> Rows(string path) =>
        File.Exists(path) ? File.ReadLines(path).Select(line => line.Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries)) : [];
}
