using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>
/// The real stack on a virtual clock: a second takes as long as its packets take to be handled, and from one seed everything happens the same. The server's
/// processor is infinitely fast there: what is seen is what the policy does, not what it costs.
/// </summary>
internal sealed class SimEngine : IEngine
{
    private const int MostSamples = 400;
    private static readonly TimeSpan LeastStep = TimeSpan.FromMilliseconds(25);

    public TrialResult Run(Trial trial, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        var (experiment, plan) = (trial.Experiment, trial.Experiment.Clients);
        using var network = new SimulatedNetwork(trial);
        var listener = network.Stack.ListenAsync(Server.Listen(trial)).Result;
        var clients = new List<SimulatedClient>(plan.Count);
        Invite(network, trial, clients);

        var samples = new List<Sample>(MostSamples);
        var expected = Longest(experiment.Duration, plan.After + TimeSpan.FromSeconds((double)plan.Count / plan.PerSecond));
        var step = Longest(LeastStep, (expected + plan.Patience) / MostSamples);
        while (!cancellation.IsCancellationRequested && !(network.Now >= expected && clients.Count == plan.Count && clients.TrueForAll(client => client.IsDone)))
        {
            network.RunUntil(network.Now + step);
            var sample = Server.Sample(network.Stack, listener, network.Now, network.Flood.Packets);
            samples.Add(sample);
            progress.Report(new TrialProgress(
                trial, Math.Min(network.Now / expected, 1), trial.Rate.PerSecond, clients.Count(client => client.IsCompleted), clients.Count, sample.HalfOpen));
        }

        return new TrialResult
        {
            Trial = trial,
            Attempts = [.. clients.Select(client => client.Attempt())],
            Samples = samples,
            Counters = Server.Counters(network.Stack),
            FloodPackets = network.Flood.Packets,
            FloodTime = network.Flood.Time(network.Now),
            LateSyns = network.LateSyns,
            IsInterrupted = cancellation.IsCancellationRequested,
        };
    }

    /// <summary>Each client comes at a moment of its own, the same for every subject.</summary>
    private static void Invite(SimulatedNetwork network, Trial trial, List<SimulatedClient> clients)
    {
        var plan = trial.Experiment.Clients;
        foreach (var (number, start) in Arrivals.Of(trial).Index())
        {
            var tuple = new FourTuple(
                LabAddresses.Client(number), (ushort)(32768 + (number % 28000)), IpAddr.From(LabAddresses.Server.Address), LabAddresses.ServerPort);
            network.Agenda.Add(start, () =>
            {
                var client = network.Join(tuple, plan);
                clients.Add(client);
                client.Start();
            });
        }
    }

    private static TimeSpan Longest(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
