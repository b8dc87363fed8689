using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace ActorTcp.Cli;

/// <summary>Texts of settings as values. Each throws a <see cref="FormatException"/> that says what would be valid.</summary>
internal static class Parse
{
    public static string Text(string text) => text;

    public static bool Switch(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" => true,
        "false" or "no" or "off" or "0" => false,
        _ => throw new FormatException("Valid: true, false."),
    };

    public static Func<string, int> Integer(int least, int most) => text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value >= least && value <= most
            ? value
            : throw new FormatException($"Valid: {least} to {most}.");

    /// <summary>One of an enumeration, written with small letters and hyphens.</summary>
    public static Func<string, T> Choice<T>()
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>().ToDictionary(NameOf, StringComparer.Ordinal);
        return text => values.TryGetValue(text, out var value) ? value : throw new FormatException($"Valid: {string.Join(", ", values.Keys)}.");
    }

    /// <summary>What <see cref="Choice{T}"/> takes.</summary>
    public static IReadOnlyList<string> Names<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(NameOf)];

    public static TimeSpan Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds <= 86_400
            ? TimeSpan.FromSeconds(seconds)
            : throw new FormatException("Valid: seconds from 0 to 86400, such as 10 or 0.5.");

    /// <summary>Host bits must be zero, so that nobody serves another network than the one meant.</summary>
    public static IPNetwork Prefix(string text)
    {
        if (text.Split('/') is not [var head, var tail]
            || !IPAddress.TryParse(head, out var address)
            || !int.TryParse(tail, NumberStyles.None, CultureInfo.InvariantCulture, out var length)
            || length > (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128))
        {
            throw new FormatException("not a prefix. Valid: ADDRESS/LENGTH, such as 10.77.0.0/16 or fd77::/64.");
        }

        var network = Network(address, length);
        return network.Equals(address)
            ? new IPNetwork(network, length)
            : throw new FormatException($"the address has bits beyond the prefix. Did you mean {network}/{length}?");
    }

    public static IPAddress Address(string text) => IPAddress.TryParse(text, out var address) && !address.IsIPv4MappedToIPv6
        ? address
        : throw new FormatException("not an address. Valid: such as 10.76.0.1 or fd76::1.");

    public static Uri WebAddress(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
        ? address
        : throw new FormatException("Valid: http:// or https:// with a host, such as http://localhost:4318.");

    private static string NameOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    private static IPAddress Network(IPAddress address, int length)
    {
        var octets = address.GetAddressBytes();
        for (var i = 0; i < octets.Length; i++)
        {
            octets[i] &= (byte)(0xFF00 >> Math.Clamp(length - (8 * i), 0, 8));
        }

        return new IPAddress(octets);
    }
}
