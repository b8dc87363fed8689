using System.Globalization;
using System.Net;

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

    public override string ToString() => $"{(Addresses[0].IsV4 ? Addresses : $"[{Addresses}]")}:{Port}";

    private static IPNetwork Network(string host) =>
        IPAddress.TryParse(host, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(host, out var prefix) ? prefix
        : throw new FormatException($"'{host}' is neither an address nor a prefix. Valid: such as 10.77.0.1, fd77::1, 10.77.0.0/16.");
}
