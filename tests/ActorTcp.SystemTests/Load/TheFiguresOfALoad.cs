using System.Globalization;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>What a load says about SYN and SYN-ACK is what tshark sees on the wire.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class TheFiguresOfALoad : IDisposable
{
    private const int Runs = 4;

    private readonly LoadedServers _servers = new();

    public void Dispose() => _servers.Dispose();

    /// <remarks>
    /// Both read a clock when they come to a packet: where other work takes the processor from one of them in between, they differ. So a run may be repeated. Engine
    /// stack has more code of its own between its clock and the wire, mostly out of the cache at such a rate: 20 to 40 us on a quiet machine, and twice that on a slow one.
    /// </remarks>
    [Theory]
    [InlineData("kernel", 50, 50, 90, 99)]
    [InlineData("stack", 100, 50, 90)]
    public void The_round_trip_of_the_handshake_agrees_with_a_capture(string engine, int microseconds, params int[] percents)
    {
        Needs.Command("tshark");
        List<string> gaps = [];
        for (var run = 1; run <= Runs; run++)
        {
            var (seen, said) = Measure(engine, $"run{run}");
            Assert.Equal(1000, seen.Count);
            var gap = percents.Where(percent => !Agree(seen.Percentile(percent), said.Percentile(percent), TimeSpan.FromMicroseconds(microseconds)))
                .Select(percent => $"p{percent}: tshark {seen.Percentile(percent).TotalMicroseconds} us, the load {said.Percentile(percent).TotalMicroseconds} us").ToArray();
            if (gap.Length == 0)
            {
                return;
            }

            gaps.Add($"run {run}: {string.Join("; ", gap)}");
        }

        Needs.IdleProcessors();
        Assert.Fail(string.Join('\n', gaps));
    }

    private static bool Agree(TimeSpan theirs, TimeSpan ours, TimeSpan within) => Math.Abs((ours - theirs).Ticks) <= Math.Max(theirs.Ticks * 0.05, within.Ticks);

    private (LatencyHistogram Seen, LatencyHistogram Said) Measure(string engine, string name)
    {
        var file = _servers.Folder($"{name}.pcapng");
        var tshark = _servers.Namespace.Start("tshark", "-i", "any", "-w", file, "-f", "tcp port 7", "-q");
        tshark.WaitForError("Capturing on", TimeSpan.FromSeconds(30));
        _servers.Load($"{LoadedServers.Daemon}:7", "--engine", engine, "--load", "inject 200/s for 5s", "--report", _servers.Folder(name)).MustSucceed();
        tshark.Signal("INT");
        tshark.WaitForExit(TimeSpan.FromSeconds(30));
        var syns = _servers.Namespace.Run("tshark", "-r", file, "-Y", "tcp.flags.syn == 1", "-T", "fields", "-e", "tcp.stream", "-e", "frame.time_epoch").MustSucceed().Output;
        return (RoundTrips(syns), _servers.Result(name).Tally.SynToSynAck);
    }

    /// <summary>
    /// The time between the first and the last packet with SYN of each stream. Where the kernel forwards, each is seen on both devices, and these two on the
    /// generator's own.
    /// </summary>
    private static LatencyHistogram RoundTrips(string syns)
    {
        var histogram = new LatencyHistogram();
        foreach (var stream in syns.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')).GroupBy(row => row[0], StringComparer.Ordinal))
        {
            var times = stream.Select(row => decimal.Parse(row[1], CultureInfo.InvariantCulture)).Order().ToArray();
            histogram.Record(TimeSpan.FromTicks((long)((times[^1] - times[0]) * TimeSpan.TicksPerSecond)));
        }

        return histogram;
    }
}
