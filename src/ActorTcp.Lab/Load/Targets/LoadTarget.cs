using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace ActorTcp.Lab;

/// <summary>Where the flows go: one port of one address, or of all addresses of a prefix in turn.</summary>
internal sealed record LoadTarget(AddressPool Addresses, ushort Port)
{
    /// <param name="text">ADDRESS:PORT, [ADDRESS]:PORT or, for a prefix, ADDRESS/LENGTH:PORT.</param>
    /// <exception cref="FormatException">It is none; the message says what would be.</exception>
    public static LoadTarget Parse(string text)
    {
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? text : text[..colon];
        if (colon <= 0 || !ushort.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port == 0)
        {
            throw new FormatException($"'{text}' has no port. Valid: ADDRESS:PORT such as 10.77.0.1:80 or [fd77::1]:80, PREFIX:PORT such as 10.77.0.0/16:80.");
        }

        return new LoadTarget(new AddressPool(Network(host.Trim('[', ']'))), port);
    }

    /// <summary>As <see cref="Parse"/>, or HOST:PORT, of which the first address is taken that the resolver names.</summary>
    /// <exception cref="FormatException">It is none, or nobody knows the host.</exception>
    public static LoadTarget Resolve(string text)
    {
        var colon = text.LastIndexOf(':');
        var host = colon < 0 ? "" : text[..colon];
        return IsName(host) ? Parse($"{Literal(AddressOf(host))}{text[colon..]}") : Parse(text);
    }

    public override string ToString() => $"{(Addresses[0].IsV4 ? Addresses : $"[{Addresses}]")}:{Port}";

    /// <summary>RFC 1123 §2.1; what has dots and digits only is an address, be it a wrong one.</summary>
    private static bool IsName(string host) => Uri.CheckHostName(host) == UriHostNameType.Dns && host.Any(char.IsAsciiLetter);

    private static string Literal(IPAddress address) => address.AddressFamily == AddressFamily.InterNetwork ? $"{address}" : $"[{address}]";

    private static IPAddress AddressOf(string host)
    {
        try
        {
            return Dns.GetHostAddresses(host)[0];
        }
        catch (SocketException unknown)
        {
            throw new FormatException($"'{host}': {unknown.Message}.", unknown);
        }
    }

    private static IPNetwork Network(string host) =>
        IPAddress.TryParse(host, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(host, out var prefix) ? prefix
        : throw new FormatException($"'{host}' is neither an address nor a prefix. Valid: such as 10.77.0.1, fd77::1, 10.77.0.0/16.");
}
