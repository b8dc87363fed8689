namespace ActorTcp.Cli;

/// <summary>What can be set about <c>actortcp serve</c>, in the order of its help.</summary>
internal static class ServeSettings
{
    public static readonly Setting Tun = new("tun", "NAME",
        "The TUN device: a persistent one of this name is attached, otherwise one is made and goes away at the end. %d stands for the first free number. [default: at%d]");

    public static readonly Setting Prefix = new("prefix", "ADDRESS/LENGTH",
        "Addresses to serve, every one of them: routed to the device, IPv4 or IPv6. Required, but with --no-routes.", IsList: true);

    public static readonly Setting Service = new("service", "PORT=SERVICE",
        $"What runs on a port; port 0 stands for every other port. SERVICE: {ServiceCatalog.Names}. "
        + $"[default: {string.Join(' ', ServiceCatalog.Defaults)}]", IsList: true);

    public static readonly Setting Shards = new("shards", "COUNT",
        "Threads, each with a queue of the device and its own connections. One keeps a core busy with some ten thousand new connections a second; more pay "
        + "only while cores are idle, because the kernel delivers a flow to another shard's queue until it has seen an answer. [default: 1]");

    public static readonly Setting QueueLength = new("queue-length", "PACKETS",
        "Packets that wait in the device for each shard. [default: 20000; the kernel's own 500 overflow at a burst of as many SYNs]");

    public static readonly Setting Mtu = new("mtu", "OCTETS", "The largest IP packet on the device. [default: the device's own, 1500 when it is made]");

    public static readonly Setting HostAddress = new("host-address", "ADDRESS",
        "An address of this machine on the device, from which its own clients speak; 'none' for none. [default: auto, which gives the device "
        + $"{SourceAddresses.Default4} or {SourceAddresses.Default6} only where the machine has no other address of the family but loopback, as in a fresh network "
        + "namespace; else the kernel takes one that it has]", IsList: true);

    public static readonly Setting NoRoutes = new("no-routes", null,
        "Add neither routes nor addresses: somebody else does, before or later (`ip route add PREFIX dev NAME`).");

    public static readonly Setting HalfOpenLimit = new("half-open-limit", "COUNT", "Connections in SYN-RECEIVED, per port and shard. [default: 16384]");

    public static readonly Setting Backlog = new("backlog", "COUNT",
        "Established connections that may wait to be accepted, per port; the built-in services accept at once. [default: 4096]");

    public static readonly Setting Drain = new("drain", "SECONDS",
        "After SIGTERM or SIGINT, how long connections may take to end before they are reset; a second signal ends at once. [default: 10]");

    public static readonly Setting Status = new("status", null, "Write a status line to stderr every 10 s even though it is no terminal.");

    public static readonly IReadOnlyList<Setting> All =
        [Tun, Prefix, Service, Shards, QueueLength, Mtu, HostAddress, NoRoutes, HalfOpenLimit, Backlog, Drain, Status];

    /// <summary>Where a file with all of these is; no key of the file itself.</summary>
    public static readonly Setting Config = new("config", "FILE",
        "A JSON object with the options as keys, such as { \"tun\": \"at0\", \"prefix\": [\"10.77.0.0/16\"] }.");
}
