using System.Diagnostics;
using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>
/// Real packets: the clients are the kernel's, the flood comes over the same cable, and the server is our stack behind a TUN device, or the kernel itself.
/// Each trial has a network of its own.
/// </summary>
internal sealed class RealEngine : IEngine
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);

    public TrialResult Run(Trial trial, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        try
        {
            using var network = new LabNetwork(trial.Experiment.Clients.Schedule);
            using IFloodedServer server = trial.Subject.IsKernel ? new KernelServer(network, trial) : new StackServer(network, trial);
            return Run(trial, network, server, progress, cancellation);
        }
        catch (Exception refused) when (refused is UnauthorizedAccessException or IOException)
        {
            throw new LabException($"engine {Names.Of(trial.Experiment.Engine)}: {refused.Message}");
        }
    }

    private static TrialResult Run(Trial trial, LabNetwork network, IFloodedServer server, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var clients = new KernelClients(trial);
        var began = Stopwatch.GetTimestamp();
        using var flood = network.Clients.Run(() => new FloodGenerator(trial, network.ClientLinkIndex, network.ToServer));
        var flooding = new LabThread("lab-flood", network.Clients, () => flood.Run(stop.Token), begins: !trial.Rate.IsIdle);
        var connecting = new LabThread("lab-clients", network.Clients, () => clients.Run(began, stop.Token));
        var cpu = server.Cpu();
        var samples = Watch(trial, server, flood, clients, connecting, progress, began, cancellation);
        var used = server.Cpu() - cpu;
        stop.Cancel();
        flooding.Join();
        connecting.Join();
        return new TrialResult
        {
            Trial = trial,
            Attempts = clients.Attempts(),
            Samples = samples,
            Counters = server.Counters(),
            FloodPackets = flood.Packets,
            FloodTime = flood.Time,
            Cpu = trial.Rate.IsIdle ? null : used,
            LongestTurn = server.LongestTurn(),
            IsInterrupted = cancellation.IsCancellationRequested,
        };
    }

    private static List<Sample> Watch(
        Trial trial, IFloodedServer server, FloodGenerator flood, KernelClients clients, LabThread connecting, IProgress<TrialProgress> progress, long began, CancellationToken cancellation)
    {
        var experiment = trial.Experiment;
        var expected = experiment.Clients.After + TimeSpan.FromSeconds((double)experiment.Clients.Count / experiment.Clients.PerSecond);
        expected = expected > experiment.Duration ? expected : experiment.Duration;
        List<Sample> samples = [];
        using var parking = new PollParking();
        while (!cancellation.IsCancellationRequested && (Stopwatch.GetElapsedTime(began) < experiment.Duration || connecting.IsRunning))
        {
            parking.Park(Step);
            var last = samples.Count > 0 ? samples[^1] : default;
            var sample = server.Sample(Stopwatch.GetElapsedTime(began), flood.Packets);
            samples.Add(sample);
            progress.Report(new TrialProgress(
                trial, Math.Min(sample.At / expected, 1), (sample.FloodPackets - last.FloodPackets) / (sample.At - last.At).TotalSeconds, clients.Completed, clients.Begun, sample.HalfOpen));
        }

        return samples;
    }
}
