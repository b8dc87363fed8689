using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>What is chosen for the proxies of <c>actortcp serve</c>.</summary>
internal sealed record ProxySettings
{
    public required AcceptWhen AcceptWhen { get; init; }

    public required TimeSpan ConnectTimeout { get; init; }

    public required int InFlightLimit { get; init; }

    public required bool SendProxyHeader { get; init; }

    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static ProxySettings From(SettingLayers layers)
    {
        var defaults = new ProxyOptions { Host = "" };
        return new ProxySettings
        {
            AcceptWhen = layers.One(ServeSettings.AcceptWhen, Parse.Choice<AcceptWhen>(), defaults.AcceptWhen),
            ConnectTimeout = layers.One(ServeSettings.UpstreamTimeout, Parse.Seconds, defaults.ConnectTimeout),
            InFlightLimit = layers.One(ServeSettings.UpstreamInFlight, Parse.Integer(1, 1_000_000), defaults.InFlightLimit),
            SendProxyHeader = layers.One(ServeSettings.ProxyHeader, Parse.Switch, false),
        };
    }

    /// <param name="server">HOST:PORT, or HOST alone for the port that the client asks for.</param>
    public ProxyOptions To(string server)
    {
        var (host, port) = Server(server);
        return new ProxyOptions
        {
            Host = host,
            Port = port,
            AcceptWhen = AcceptWhen,
            ConnectTimeout = ConnectTimeout,
            InFlightLimit = InFlightLimit,
            SendProxyHeader = SendProxyHeader,
        };
    }

    /// <exception cref="FormatException">It is no server.</exception>
    public static (string Host, ushort? Port) Server(string text)
    {
        var colon = text.LastIndexOf(':');
        var isV6 = text.StartsWith('[');
        if (colon < 0 || (isV6 && colon < text.IndexOf(']', StringComparison.Ordinal)))
        {
            return (Host(text), null);
        }

        return ushort.TryParse(text[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var port) && port > 0
            ? (Host(text[..colon]), port)
            : throw new FormatException($"'{text[(colon + 1)..]}' is no port. Valid: HOST:PORT such as 127.0.0.1:8080 or [::1]:8080, or HOST alone for the port that the client asks for.");
    }

    private static string Host(string text) => Uri.CheckHostName(text.Trim('[', ']')) != UriHostNameType.Unknown
        ? text.Trim('[', ']')
        : throw new FormatException($"'{text}' is no host. Valid: HOST:PORT such as 127.0.0.1:8080 or [::1]:8080, or HOST alone for the port that the client asks for.");
}
