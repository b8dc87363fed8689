using System.Globalization;
using ActorTcp.Linux;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Our stack behind a TUN device in the server's namespace.</summary>
internal sealed class StackServer : IFloodedServer
{
    private readonly TunInterface _tun;
    private readonly PollParking _parking;
    private readonly TcpStack _stack;
    private readonly TcpListener _listener;
    private readonly long _heapBefore;

    public StackServer(LabNetwork network, Trial trial)
    {
        _tun = network.Server.Run(() =>
        {
            var tun = TunInterface.Open(new TunOptions { Routes = [LabAddresses.Servers], QueueLength = trial.Experiment.QueueLength });
            Sysctl.Write($"net/ipv4/conf/{tun.Name}/rp_filter", 0);
            return tun;
        });
        _parking = new PollParking(_tun.Queues[0].Fd);
        _stack = new TcpStack(new TcpStackOptions { Seed = trial.Seed, KeepHistory = false }, [new StackQueue(_tun.Queues[0], _parking)]);
        _stack.Start();
        _listener = _stack.ListenAsync(Server.Listen(trial)).Result;
        _heapBefore = GC.GetTotalMemory(forceFullCollection: true);
    }

    public Sample Sample(TimeSpan at, long floodPackets) =>
        Server.Sample(_stack, _listener, at, floodPackets) with { Octets = Math.Max(GC.GetTotalMemory(forceFullCollection: false) - _heapBefore, 0) };

    public TimeSpan? LongestTurn() => _stack.Shards[0].LongestRound;

    public IReadOnlyDictionary<string, long> Counters() => Server.Counters(_stack);

    /// <summary>proc(5): the first field of a thread's schedstat is its time on a processor, in nanoseconds.</summary>
    public TimeSpan? Cpu()
    {
        var thread = Directory.EnumerateDirectories("/proc/self/task").FirstOrDefault(task => Comm(task).StartsWith("actortcp-shard", StringComparison.Ordinal));
        return thread is not null && Path.Combine(thread, "schedstat") is var file && File.Exists(file)
            && long.TryParse(File.ReadAllText(file).Split(' ')[0], CultureInfo.InvariantCulture, out var nanoseconds)
            ? TimeSpan.FromTicks(nanoseconds / TimeSpan.NanosecondsPerTick)
            : null;
    }

    public void Dispose()
    {
        _stack.DisposeAsync().AsTask().Wait();
        _tun.Dispose();
        _parking.Dispose();
    }

    private static string Comm(string task)
    {
        try
        {
            return File.ReadAllText(Path.Combine(task, "comm"));
        }
        catch (IOException)
        {
            return "";   // the thread has ended meanwhile
        }
    }
}
