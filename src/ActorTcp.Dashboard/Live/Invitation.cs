using System.Net;
using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>A command line that makes a connection to this stack, for who has not made one yet.</summary>
internal static class Invitation
{
    private const int Http = 80;

    /// <summary>Null where nobody listens.</summary>
    public static string? To(IReadOnlyList<ListenerReading> listeners)
    {
        var listener = listeners.OrderBy(each => each.Port switch { Http => 0, > 0 => 1, _ => 2 }).FirstOrDefault();
        if (listener is null)
        {
            return null;
        }

        var address = listener.Prefixes.Where(prefix => prefix.PrefixLength > 0).Select(Within).FirstOrDefault();
        var host = address is null ? "ADDRESS" : address.AddressFamily == AddressFamily.InterNetworkV6 ? $"[{address}]" : address.ToString();
        return listener.Port == Http ? $"curl http://{host}/" : $"nc {host.Trim('[', ']')} {(listener.Port == 0 ? 4321 : listener.Port)}";
    }

    /// <summary>An address in the prefix that looks like a host's: the second one of its second network of 256, or what there is.</summary>
    private static IPAddress Within(IPNetwork prefix)
    {
        var octets = prefix.BaseAddress.GetAddressBytes();
        var free = (octets.Length * 8) - prefix.PrefixLength;
        octets[^1] |= (byte)(free >= 2 ? 2 : 0);
        octets[^2] |= (byte)(free >= 9 && octets.Length == 4 ? 1 : 0);
        return new IPAddress(octets);
    }
}
