using System.Globalization;
using System.Net.Sockets;
using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>The Linux kernel's TCP as the server: it accepts, perhaps sends one octet, and closes.</summary>
internal sealed class KernelServer : IFloodedServer
{
    /// <summary>net/tcp_states.h, as /proc/net/tcp writes it.</summary>
    private const string SynReceived = "03";
    private const string Established = "01";
    private static readonly string[] CounterFiles = ["/proc/thread-self/net/netstat", "/proc/thread-self/net/snmp"];

    private const int MostBacklog = 65_535;
    private const int HostPrefix = 32;

    private readonly LabNetwork _network;
    private readonly Socket _listener;
    private readonly Thread _accepting;
    private readonly long? _requestsBefore = RequestSockets.Octets();

    public KernelServer(LabNetwork network, Trial trial)
    {
        _network = network;
        var backlog = Math.Min(trial.Experiment.HalfOpenLimit, MostBacklog);
        _listener = network.Server.Run(() =>
        {
            using var netlink = new NetlinkSocket();
            new Addresses(netlink).Add(network.ServerLinkIndex, LabAddresses.Server.Address, HostPrefix);
            Sysctl.Write("net/ipv4/tcp_syncookies", trial.Subject.SynCookies!.Value);
            Sysctl.Write("net/ipv4/tcp_max_syn_backlog", backlog);
            Sysctl.Write("net/core/somaxconn", backlog);
            var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(LabAddresses.Server);
            listener.Listen(backlog);
            return listener;
        });
        _accepting = new Thread(() => Accept(trial.Experiment.Clients.ReadsOneByte)) { IsBackground = true, Name = "lab-accept" };
        _accepting.Start();
    }

    public Sample Sample(TimeSpan at, long floodPackets)
    {
        var states = _network.Server.Run(() => File.ReadLines("/proc/thread-self/net/tcp").Skip(1)
            .Select(line => line.Split(' ', 5, StringSplitOptions.RemoveEmptyEntries)[3]).CountBy(state => state, StringComparer.Ordinal).ToDictionary());
        return new Sample(at, floodPackets, states.GetValueOrDefault(SynReceived), states.GetValueOrDefault(Established), Requests());
    }

    /// <remarks>It answers within the interrupts of whoever sends: nobody's time is its own.</remarks>
    public TimeSpan? Cpu() => null;

    public TimeSpan? LongestTurn() => null;

    /// <summary>What the kernel counts of TCP, under the names of nstat(8), as far as it is not zero.</summary>
    public IReadOnlyDictionary<string, long> Counters() => _network.Server.Run(() => CounterFiles
        .SelectMany(file => File.ReadAllLines(file).Chunk(2))
        .Where(pair => pair[0].StartsWith("Tcp", StringComparison.Ordinal))
        .SelectMany(pair => pair[0].Split(' ').Skip(1).Zip(pair[1].Split(' ').Skip(1), (name, value) =>
            (Name: pair[0].Split(':')[0] + name, Value: long.Parse(value, CultureInfo.InvariantCulture))))
        .Where(counter => counter.Value > 0)
        .ToDictionary(counter => counter.Name, counter => counter.Value, StringComparer.Ordinal));

    public void Dispose()
    {
        _listener.Dispose();
        _accepting.Join();
    }

    private long? Requests() => RequestSockets.Octets() - _requestsBefore is { } octets ? Math.Max(octets, 0) : null;

    private void Accept(bool speaks)
    {
        try
        {
            while (true)
            {
                using var connection = _listener.Accept();
                if (speaks)
                {
                    connection.Send("x"u8);
                }
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // Disposed: the trial is over.
        }
    }
}
