using ActorTcp.Lab;
using ActorTcp.Testing;

namespace ActorTcp.LoadTests;

/// <summary>
/// The laboratory's two namespaces with a cable between them: the daemon in one, load and flood in the other. The load runs twice, without the flood and under it.
/// </summary>
internal sealed class FloodedStage : Stage
{
    /// <summary>How long the flood goes on before the load begins, so that the listener is under pressure by then.</summary>
    private static readonly TimeSpan Before = TimeSpan.FromSeconds(1);

    private readonly LabNetwork _network = new(SynSchedule.Exponential);
    private readonly List<RunningCommand> _started = [];
    private readonly Trial _trial;

    public FloodedStage(FloodRate rate) => _trial = new Experiment
    {
        Name = "flood",
        Subjects = [Subject.Named("hybrid")],
        Flood = new FloodPlan { Rates = [rate] },
        Engine = EngineKind.Tun,
    }.Trials()[0];

    protected override string Prefix => $"{LabAddresses.Servers}";

    /// <summary>No packet is forwarded in the clients' namespace, where answers to the flood would give rise to ICMP.</summary>
    protected override string Engine => "kernel";

    public override async Task<ScenarioRun> RunAsync(Scenario scenario, bool isShort, string folder)
    {
        Serve();
        var plan = isShort ? scenario.ShortLoad : scenario.Load;
        var (idle, _) = await LoadAsync(plan, scenario.Steps, scenario.Port, "198.18.0.0/17", Path.Combine(folder, "idle"));

        using var stop = new CancellationTokenSource();
        using var flood = _network.Clients.Run(() => new FloodGenerator(_trial, _network.ClientLinkIndex, _network.ToServer));
        var flooding = new LabThread("flood", _network.Clients, () => flood.Run(stop.Token));
        await Task.Delay(Before, stop.Token);
        var (result, memory) = await LoadAsync(plan, scenario.Steps, scenario.Port, "198.18.128.0/17", folder);
        await stop.CancelAsync();
        flooding.Join();
        return new ScenarioRun(scenario, isShort, result, memory) { Idle = idle, FloodRate = flood.Packets / flood.Time.TotalSeconds };
    }

    public override void Dispose()
    {
        _started.ForEach(each => each.Dispose());
        _network.Dispose();
    }

    protected override RunningCommand StartDaemon(string[] arguments) => Start(_network.Server, arguments);

    protected override RunningCommand StartLoad(string[] arguments) => Start(_network.Clients, arguments);

    /// <summary>A process belongs to the namespace of the thread that starts it.</summary>
    private RunningCommand Start(LabNamespace place, string[] arguments)
    {
        var started = place.Run(() => new RunningCommand(Program, arguments));
        _started.Add(started);
        return started;
    }
}
