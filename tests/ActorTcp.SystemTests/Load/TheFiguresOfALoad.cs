using System.Globalization;
using ActorTcp.Lab;

namespace ActorTcp.SystemTests;

/// <summary>What a load says about SYN and SYN-ACK is what tshark sees on the wire.</summary>
[Collection(nameof(HeavyLoad))]
public sealed class TheFiguresOfALoad : IDisposable
{
    private readonly LoadedServers _servers = new();

    public void Dispose() => _servers.Dispose();

    [Theory]
    [InlineData("kernel", 50, 90, 99)]
    [InlineData("stack", 50, 90)]
    public void The_round_trip_of_the_handshake_agrees_with_a_capture(string engine, params int[] percents)
    {
        Needs.Command("tshark");
        if (engine == "stack")
        {
            Needs.IdleProcessors();   // else packets wait in the generator's device for its turn, which a capture in the kernel does not see
        }

        var file = _servers.Folder("capture.pcapng");
        var tshark = _servers.Namespace.Start("tshark", "-i", "any", "-w", file, "-f", "tcp port 7", "-q");
        tshark.WaitForError("Capturing on", TimeSpan.FromSeconds(30));
        _servers.Load($"{LoadedServers.Daemon}:7", "--engine", engine, "--load", "inject 200/s for 5s", "--report", _servers.Folder("captured")).MustSucceed();
        tshark.Signal("INT");
        tshark.WaitForExit(TimeSpan.FromSeconds(30));

        var seen = RoundTrips(_servers.Namespace.Run("tshark", "-r", file, "-Y", "tcp.flags.syn == 1", "-T", "fields", "-e", "tcp.stream", "-e", "frame.time_epoch").MustSucceed().Output);
        var said = _servers.Result("captured").Tally.SynToSynAck;

        Assert.Equal(1000, seen.Count);
        Assert.All(percents, percent =>
        {
            var (theirs, ours) = (seen.Percentile(percent), said.Percentile(percent));
            Assert.True(Math.Abs((ours - theirs).Ticks) <= Math.Max(theirs.Ticks * 0.05, TimeSpan.FromMicroseconds(50).Ticks), $"p{percent}: tshark {theirs.TotalMicroseconds} us, the load {ours.TotalMicroseconds} us");
        });
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
