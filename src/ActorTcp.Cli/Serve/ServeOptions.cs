using System.Net;
using System.Net.Sockets;
using ActorTcp.Linux;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>What <c>actortcp serve</c> is to do, from whichever places it was written down.</summary>
internal sealed record ServeOptions
{
    private const int LeastMtuOfIPv6 = 1280;

    public required string Tun { get; init; }

    public required IReadOnlyList<IPNetwork> Prefixes { get; init; }

    public required IReadOnlyList<ServiceBinding> Services { get; init; }

    public required int Shards { get; init; }

    public required int QueueLength { get; init; }

    /// <summary>In octets; null leaves the device's own.</summary>
    public required int? Mtu { get; init; }

    public required bool NoOffload { get; init; }

    /// <summary>Null chooses them by <see cref="SourceAddresses"/>.</summary>
    public required IReadOnlyList<IPAddress>? HostAddresses { get; init; }

    public required bool NoRoutes { get; init; }

    public required DefenceOptions Defence { get; init; }

    public required CongestionOptions Congestion { get; init; }

    public required ProxySettings Proxy { get; init; }

    public required FastOpenSettings FastOpen { get; init; }

    public required int Backlog { get; init; }

    public required TimeSpan Drain { get; init; }

    public required ControlOptions Control { get; init; }

    public required EventLogOptions EventLog { get; init; }

    public required bool Status { get; init; }

    public required PageOptions Page { get; init; }

    /// <summary>A collector of OpenTelemetry; null for none.</summary>
    public required Uri? Otlp { get; init; }

    /// <summary>All of this as it was written.</summary>
    public required IReadOnlyDictionary<Setting, Chosen> Chosen { get; init; }

    /// <exception cref="BadInputException">A value cannot be, or does not go with another.</exception>
    public static ServeOptions From(SettingLayers layers)
    {
        var device = new TunOptions();
        var options = new ServeOptions
        {
            Tun = layers.One(ServeSettings.Tun, Parse.Text, "at%d"),
            Prefixes = layers.Many(ServeSettings.Prefix, Parse.Prefix, []),
            Services = layers.Many(ServeSettings.Service, ServiceBinding.Parse, [.. ServiceCatalog.Defaults.Select(ServiceBinding.Parse)]),
            Shards = layers.One(ServeSettings.Shards, Parse.Integer(1, 256), 1),
            QueueLength = layers.One(ServeSettings.QueueLength, Parse.Integer(1, 1_000_000), device.QueueLength!.Value),
            Mtu = layers.One<int?>(ServeSettings.Mtu, text => Parse.Integer(68, 65535)(text), null),
            NoOffload = layers.One(ServeSettings.NoOffload, Parse.Switch, false),
            HostAddresses = HostAddressesFrom(layers.Many(ServeSettings.HostAddress, Parse.Text, ["auto"]), layers),
            NoRoutes = layers.One(ServeSettings.NoRoutes, Parse.Switch, false),
            Defence = DefenceOptions.From(layers),
            Congestion = CongestionOptions.From(layers),
            Proxy = ProxySettings.From(layers),
            FastOpen = FastOpenSettings.From(layers),
            Backlog = layers.One(ServeSettings.Backlog, Parse.Integer(1, 16_777_216), new ListenOptions { Port = 0 }.Backlog),
            Drain = layers.One(ServeSettings.Drain, Parse.Seconds, TimeSpan.FromSeconds(10)),
            Control = ControlOptions.From(layers),
            EventLog = EventLogOptions.From(layers),
            Status = layers.One(ServeSettings.Status, Parse.Switch, false),
            Page = PageOptions.From(layers),
            Otlp = layers.One<Uri?>(ServeSettings.Otlp, Parse.WebAddress, null),
            Chosen = layers.Chosen,
        };
        options.RequireWhatGoesTogether();
        return options;
    }

    /// <summary>The limits of a port that may change while it is served.</summary>
    public ListenLimits On(ListenLimits limits) => FastOpen.On(Defence.On(limits)) with { Backlog = Backlog };

    private static IReadOnlyList<IPAddress>? HostAddressesFrom(IReadOnlyList<string> texts, SettingLayers layers) => texts switch
    {
        ["auto"] => null,
        ["none"] => [],
        _ => layers.Many(ServeSettings.HostAddress, HostAddress, []),
    };

    private static IPAddress HostAddress(string text) => IPAddress.TryParse(text, out _)
        ? Parse.Address(text)
        : throw new FormatException("Valid: addresses such as 10.76.0.1 or fd76::1, or alone 'auto' or 'none'.");

    private void RequireWhatGoesTogether()
    {
        if (Prefixes.Count == 0 && !NoRoutes)
        {
            throw new BadInputException($"--prefix is missing: which addresses to serve, such as --prefix 10.77.0.0/16. It can also be {ServeSettings.Prefix.Variable}, "
                + "or \"prefix\" in the configuration file; with --no-routes it may be left out.");
        }

        if (Services.GroupBy(service => service.Port).FirstOrDefault(port => port.Count() > 1) is { } twice)
        {
            throw new BadInputException($"--service: port {twice.Key} has {string.Join(" and ", twice.Select(service => service.Name))}, but can have one service.");
        }

        if (Mtu < LeastMtuOfIPv6 && Prefixes.Any(prefix => prefix.BaseAddress.AddressFamily == AddressFamily.InterNetworkV6))
        {
            throw new BadInputException($"--mtu {Mtu}: IPv6 needs {LeastMtuOfIPv6} at least (RFC 8200 §5).");
        }
    }
}
