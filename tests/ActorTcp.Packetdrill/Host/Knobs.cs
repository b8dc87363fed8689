using System.Globalization;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Packetdrill;

/// <summary>What scripts turn by sysctl, as settings of the stack. A knob that the stack has not, turned away from its usual place, is noted: that may be why a script fails.</summary>
internal sealed class Knobs(Surroundings surroundings)
{
    // What FreeBSD 15 has, of the knobs that the stack has not: as long as they stay there, nothing is missing.
    private static readonly Dictionary<string, string> UsualOnFreeBsd = new(StringComparer.Ordinal)
    {
        ["net.inet.tcp.blackhole"] = "0",
        ["net.inet.tcp.drop_synfin"] = "0",
        ["net.inet.tcp.ecn.maxretries"] = "1",
        ["net.inet.tcp.hostcache.purgenow"] = "1",
        ["net.inet.tcp.icmp_may_rst"] = "1",
        ["net.inet.tcp.insecure_rst"] = "0",
        ["net.inet.tcp.insecure_syn"] = "0",
        ["net.inet.tcp.rexmit_drop_options"] = "0",
        ["net.inet.tcp.rexmit_slop"] = "200",
        ["net.inet.tcp.syncookies"] = "1",
        ["net.inet.tcp.syncookies_only"] = "0",
        ["net.inet.tcp.tolerate_missing_ts"] = "0",
    };

    private static readonly HashSet<string> Offered = new(StringComparer.Ordinal)
    {
        "kern.ipc.maxsockbuf", "net.inet.tcp.rfc1323", "net.inet.tcp.sack.enable", "net.inet.tcp.recvspace", "net.inet.tcp.sendspace",
        "net.inet.tcp.rexmit_initial", "net.inet.tcp.keepinit", "net.inet.tcp.delacktime", "net.inet.tcp.msl",
        "net.inet.tcp.keepidle", "net.inet.tcp.keepintvl", "net.inet.tcp.keepcnt", "net.inet.tcp.ecn.enable",
        "net.inet.tcp.fastopen.client_enable", FastOpenKnob, FastOpenKeyKnob,
        "net.ipv4.tcp_timestamps", "net.ipv4.tcp_sack", "net.ipv4.tcp_window_scaling",
        "net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_tso_win_divisor", "net.ipv4.tcp_min_tso_segs", "net.ipv4.tcp_ecn", "net.ipv4.tcp_congestion_control",
    };

    private const string NoCookie = "Fast Open without a cookie is not offered";
    private const string FastOpenKnob = "net.ipv4.tcp_fastopen";
    private const string FastOpenKeyKnob = "net.ipv4.tcp_fastopen_key";

    private readonly Dictionary<string, string> _turned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _first = new(StringComparer.Ordinal);
    private readonly HashSet<string> _pinned = new(StringComparer.Ordinal);
    private readonly List<string> _notes = [];

    /// <summary>What was asked for and is not there, in the order of asking.</summary>
    public IReadOnlyList<string> Notes => _notes;

    public void Note(string what)
    {
        if (!_notes.Contains(what))
        {
            _notes.Add(what);
        }
    }

    /// <summary>Turns a knob; whoever turns it after that is overruled, until <see cref="Unpin"/>.</summary>
    public void Pin(string knob, string value)
    {
        _turned[knob] = value;
        _pinned.Add(knob);
        if (!Offered.Contains(knob))
        {
            Note($"knob {knob}={value}");
        }
    }

    /// <summary>The script's preparations are over.</summary>
    public void Unpin() => _pinned.Clear();

    public void Turn(string knob, string value)
    {
        if (_pinned.Contains(knob))
        {
            return;
        }

        _turned[knob] = value;
        var usual = UsualOnFreeBsd.TryGetValue(knob, out var known) ? known
            : surroundings.Dialect == Dialect.FreeBsd ? null
            : Usual(knob, value);
        if (!Offered.Contains(knob) && usual != value)
        {
            Note($"knob {knob}={value}");
        }
    }

    public string Read(string knob) => _turned.GetValueOrDefault(knob, UsualOnFreeBsd.GetValueOrDefault(knob, "0"));

    /// <summary>Linux writes a key as four numbers of 32 bits, the octets of each in little-endian order.</summary>
    public FastOpenOptions FastOpen => new()
    {
        Keys = _turned.TryGetValue(FastOpenKeyKnob, out var key)
            ? key.Split('-').SelectMany(static word => BitConverter.GetBytes(uint.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToArray()
            : default(ReadOnlyMemory<byte>),
    };

    /// <summary>Bits of the knob: 2, listeners may offer it; 0x200, they ask for no cookie; 0x400, they do without having been told.</summary>
    public int FastOpenLimit(int? chosen, int backlog)
    {
        var bits = Number(FastOpenKnob, 1);
        if ((bits & 0x200) != 0)
        {
            Note(NoCookie);
        }

        return (bits & 2) == 0 ? 0 : chosen ?? ((bits & 0x400) != 0 ? backlog : 0);
    }

    /// <summary>Another bit: 4, clients send text without a cookie.</summary>
    public void NeedsCookie()
    {
        if ((Number(FastOpenKnob, 1) & 4) != 0)
        {
            Note(NoCookie);
        }
    }

    public ConnectionSettings ToSettings() => surroundings.Dialect == Dialect.FreeBsd ? FreeBsd() : Linux();

    /// <summary>As FreeBSD 15 has them. Its receive buffer is rounded up to whole segments, which shows in the windows.</summary>
    private ConnectionSettings FreeBsd()
    {
        var options = IsOn("net.inet.tcp.rfc1323");
        return ConnectionSettings.Default with
        {
            ReceiveBuffer = ReceiveSpaceFor(surroundings.Mtu - (surroundings.IsV6 ? 60 : 40)),
            ReceiveBufferLimit = Number("kern.ipc.maxsockbuf", 2097152),
            SendBuffer = Number("net.inet.tcp.sendspace", 32768),
            WindowScaling = options,
            Timestamps = options,
            SelectiveAck = IsOn("net.inet.tcp.sack.enable"),
            Ecn = EcnFor("net.inet.tcp.ecn.enable"),
            InitialRto = Milliseconds("net.inet.tcp.rexmit_initial", 1000),
            DelayedAck = Milliseconds("net.inet.tcp.delacktime", 40),
            SynTimeout = Milliseconds("net.inet.tcp.keepinit", 75000),
            HalfOpenTimeout = Milliseconds("net.inet.tcp.keepinit", 75000),
            Msl = Milliseconds("net.inet.tcp.msl", 30000),
            KeepAliveInterval = Milliseconds("net.inet.tcp.keepintvl", 75000),
            KeepAliveProbes = Number("net.inet.tcp.keepcnt", 8),
            KeepAlive = _turned.ContainsKey("net.inet.tcp.keepidle") ? Milliseconds("net.inet.tcp.keepidle", 7200000) : null,
        };
    }

    /// <summary>What SO_RCVBUF says once the size of the segments is known.</summary>
    public int ReceiveSpaceFor(int segment) => (ReceiveSpace + segment - 1) / segment * segment;

    public int ReceiveSpace => Number("net.inet.tcp.recvspace", 65536);

    /// <summary>Linux acknowledges at once in the first round trips, which is when its scripts play.</summary>
    private ConnectionSettings Linux() => ConnectionSettings.Default with
    {
        ReceiveBuffer = 65535,
        ReceiveBufferLimit = 15 << 20,
        SendBuffer = 256 << 10,
        WindowScaling = IsOn("net.ipv4.tcp_window_scaling"),
        Timestamps = IsOn("net.ipv4.tcp_timestamps"),
        SelectiveAck = IsOn("net.ipv4.tcp_sack"),
        DelayedAck = TimeSpan.Zero,
        Ecn = EcnFor("net.ipv4.tcp_ecn"),
        CongestionAlgorithm = Read("net.ipv4.tcp_congestion_control") == "reno" ? CongestionAlgorithm.NewReno : CongestionAlgorithm.Cubic,
    };

    /// <summary>Both kernels have the same numbers.</summary>
    private EcnMode EcnFor(string knob) => Number(knob, 2) switch
    {
        0 => EcnMode.Off,
        1 => EcnMode.Ask,
        _ => EcnMode.WhenAsked,
    };

    /// <summary>Linux's suite begins each script by turning everything to where it wants it.</summary>
    private string Usual(string knob, string value) => _first.TryGetValue(knob, out var first) ? first : _first[knob] = value;

    private bool IsOn(string knob) => Number(knob, 1) != 0;

    private TimeSpan Milliseconds(string knob, int otherwise) => TimeSpan.FromMilliseconds(Number(knob, otherwise));

    private int Number(string knob, int otherwise) =>
        !_turned.TryGetValue(knob, out var text) ? otherwise
        : text.StartsWith("0x", StringComparison.Ordinal) ? int.Parse(text.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        : long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? (int)Math.Min(number, int.MaxValue) : otherwise;
}
