using ActorTcp.Linux;
using ActorTcp.Protocol;

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

    public static readonly Setting NoOffload = new("no-offload", null,
        "Exchange segments with the kernel one by one, with whole checksums, even though it could hand over and take many at a time.");

    public static readonly Setting HostAddress = new("host-address", "ADDRESS",
        "An address of this machine on the device, from which its own clients speak; 'none' for none. [default: auto, which gives the device "
        + $"{SourceAddresses.Default4} or {SourceAddresses.Default6} only where the machine has no other address of the family but loopback, as in a fresh network "
        + "namespace; else the kernel takes one that it has]", IsList: true);

    public static readonly Setting NoRoutes = new("no-routes", null,
        "Add neither routes nor addresses: somebody else does, before or later (`ip route add PREFIX dev NAME`).");

    public static readonly Setting Policy = new("policy", "POLICY",
        "What is kept about a peer that has sent a SYN and has not proved its address (RFC 4987 §3): textbook (connection and buffers; drops SYNs at the limit), "
        + "recycle (the oldest makes way), short-timer (given up sooner under pressure), syn-cache (a record of 64 octets), cookies (nothing), "
        + "hybrid (a connection, and cookies while there are too many). [default: hybrid]", MayChange: true, Values: Parse.Names<HalfOpenPolicy>());

    public static readonly Setting HalfOpenLimit = new("half-open-limit", "COUNT", "Peers that have sent a SYN and have not proved their address, per port and shard. [default: 16384]", MayChange: true);

    public static readonly Setting HalfOpenMemory = new("half-open-memory", "OCTETS", "What they may cost together, per port and shard. [default: 67108864]", MayChange: true);

    public static readonly Setting FloodEnter = new("flood-enter", "PERCENT", "From this part of the half-open limit on, a port is under pressure. [default: 50]", MayChange: true);

    public static readonly Setting FloodLeave = new("flood-leave", "PERCENT", "Down at this part, it is calm again. [default: 25]", MayChange: true);

    public static readonly Setting FloodHoldDown = new("flood-hold-down", "SECONDS",
        "How long hybrid answers with cookies at least, once the limit was reached; it doubles, up to 16 minutes, when that happens again soon. [default: 15]", MayChange: true);

    public static readonly Setting SynsPerSource = new("syns-per-source", "RATE",
        "SYNs a second that one address (of IPv6: one /64) may send to a port and shard; 0 sets no limit. [default: 0]", MayChange: true);

    public static readonly Setting SynsPerPrefix = new("syns-per-prefix", "RATE",
        "SYNs a second that the addresses of one /24 (of IPv6: one /48) may send to a port and shard; 0 sets no limit. [default: 0]", MayChange: true);

    public static readonly Setting SynAcksPerSecond = new("syn-acks-per-second", "RATE",
        "SYN-ACKs a second that a port and shard sends, so that nobody can use it as a reflector; 0 sets no limit. [default: 0]", MayChange: true);

    public static readonly Setting ResetsPerSecond = new("resets-per-second", "RATE", "RSTs a second that a shard sends to segments that belong to no connection. [default: 1000]");

    public static readonly Setting CookieRotation = new("cookie-rotation", "SECONDS", "How long one secret makes SYN cookies, 1 to 3600; the one before it is still believed. [default: 30]");

    public static readonly Setting CookieKeyFile = new("cookie-key-file", "FILE",
        "A key of 32 hexadecimal digits or more: machines that share it, and the time of day, believe each other's SYN cookies. [default: a key of its own]");

    public static readonly Setting AcceptWhen = new("accept-when", "EVENT",
        "When a proxy lets a client in: handshake-done (the server hears only of clients that have proved their address), upstream-connected (the SYN is answered "
        + "when the server has answered: what is closed there looks closed here). [default: handshake-done]", Values: Parse.Names<ActorTcp.Stack.AcceptWhen>());

    public static readonly Setting UpstreamTimeout = new("upstream-timeout", "SECONDS", "How long the server of a proxy may take to answer. [default: 5]");

    public static readonly Setting UpstreamInFlight = new("upstream-in-flight", "COUNT",
        "Connections to one port of a proxy's server that may be under way at once, so that one that hangs does not hold up the others. [default: 256]");

    public static readonly Setting ProxyHeader = new("proxy-header", null,
        "Tell the server of a proxy the client's address, in front of the text (PROXY protocol, version 2; nginx: listen 8080 proxy_protocol).");

    public static readonly Setting Congestion = new("congestion", "ALGORITHM",
        "How the congestion window grows: new-reno (RFC 5681), cubic (RFC 9438; for long paths with much in flight). [default: new-reno]", Values: Parse.Names<CongestionAlgorithm>());

    public static readonly Setting Ecn = new("ecn", "MODE",
        "Whether routers may mark packets instead of dropping them (RFC 3168): off, when-asked (if the client wants it too), ask (what is opened here asks as well). [default: when-asked]", Values: Parse.Names<EcnMode>());

    public static readonly Setting FastOpen = new("fast-open", "COUNT",
        "Offer TCP Fast Open (RFC 7413): a client that comes back sends its request with the SYN, and is answered before the handshake is over. COUNT: how many may be "
        + "pending like that, per port and shard; the others get the usual handshake. A request may arrive twice, so this is for services that bear it. [default: 0, which offers none]", MayChange: true);

    public static readonly Setting FastOpenRotation = new("fast-open-rotation", "SECONDS",
        "How long one key makes Fast Open cookies; the one before it is still good. [default: 43200]");

    public static readonly Setting FastOpenKeyFile = new("fast-open-key-file", "FILE",
        "A Fast Open key of 32 hexadecimal digits, or 64 for two that are both good, which is never replaced: machines that share it accept each other's cookies. [default: keys of its own]");

    public static readonly Setting MtuProbing = new("mtu-probing", "MODE",
        "Whether connections find out how large their packets may be (RFC 4821): off (only what ICMP reports is believed), on-black-hole (when large ones vanish), always. "
        + "[default: on-black-hole]", Values: Parse.Names<ActorTcp.Protocol.MtuProbing>());

    public static readonly Setting Backlog = new("backlog", "COUNT",
        "Established connections that may wait to be accepted, per port; the built-in services accept at once. [default: 4096]", MayChange: true);

    public static readonly Setting Drain = new("drain", "SECONDS",
        "After SIGTERM or SIGINT, how long connections may take to end before they are reset; a second signal ends at once. [default: 10]", MayChange: true);

    public static readonly Setting Control = new("control", "PATH",
        "The Unix socket on which the daemon answers `actortcp ss`, `stat` and the like; its owner alone may open it. 'none' for none. "
        + "[default: /run/actortcp/NAME.sock for root, else $XDG_RUNTIME_DIR/actortcp/NAME.sock, with the device's name]");

    public static readonly Setting EventLog = new("event-log", "FILE",
        "Append what happens to this file, one JSON object on a line: connections opened, established and closed, cookies, drops, floods; '-' for the standard output. [default: none]");

    public static readonly Setting EventRate = new("event-rate", "RATE", "Events a second that the log takes at most; how many more there were is a line of it. [default: 1000]");

    public static readonly Setting Status = new("status", null, "Write a status line to stderr every 10 s even though it is no terminal.");

    public static readonly Setting Page = new("page", "ADDRESS:PORT",
        "Where a browser on this machine finds the daemon's live page, Prometheus /metrics, and a supervisor /healthz and /readyz; an address of the kernel, not of the prefixes; 'none' for none. "
        + "[default: 127.0.0.1:7070; when that is taken, none]");

    public static readonly Setting PageTokenFile = new("page-token-file", "FILE",
        "A secret of 32 hexadecimal digits or more that lets others see the page: sent as Authorization: Bearer SECRET, or once as ?token=SECRET. Required where the page's "
        + "address is not a loopback one. It goes unencrypted, so beyond a trusted network put TLS in front.");

    public static readonly Setting PageReports = new("page-reports", "FOLDER",
        "Where the page's laboratory keeps its reports and finds those of `actortcp lab run --output FOLDER/NAME`. [default: none; its own reports last as long as the daemon]");

    public static readonly Setting Otlp = new("otlp", "URL",
        "Send metrics, and a span for each connection, to the OpenTelemetry collector there, over HTTP, such as http://localhost:4318. How often, which share of the spans and "
        + "with which headers, OpenTelemetry's environment variables say (OTEL_METRIC_EXPORT_INTERVAL, OTEL_TRACES_SAMPLER, OTEL_EXPORTER_OTLP_HEADERS). [default: none]");

    public static readonly IReadOnlyList<Setting> All =
        [
            Tun, Prefix, Service, Shards, QueueLength, Mtu, NoOffload, HostAddress, NoRoutes, Policy, HalfOpenLimit, HalfOpenMemory, FloodEnter, FloodLeave, FloodHoldDown,
            SynsPerSource, SynsPerPrefix, SynAcksPerSecond, ResetsPerSecond, CookieRotation, CookieKeyFile, FastOpen, FastOpenRotation, FastOpenKeyFile, Backlog, Congestion, Ecn, MtuProbing,
            AcceptWhen, UpstreamTimeout, UpstreamInFlight, ProxyHeader, Drain, Control, EventLog, EventRate, Status, Page, PageTokenFile, PageReports, Otlp,
        ];

    /// <summary>Where a file with all of these is; no key of the file itself.</summary>
    public static readonly Setting Config = new("config", "FILE",
        "A JSON object with the options as keys, such as { \"tun\": \"at0\", \"prefix\": [\"10.77.0.0/16\"] }.");
}
