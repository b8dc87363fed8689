using ActorTcp.Testing;

namespace ActorTcp.LoadTests;

/// <summary>Daemon and load in one network namespace.</summary>
internal sealed class PlainStage : Stage
{
    private readonly TestNamespace _namespace = TestNamespace.Create();

    protected override string Prefix => "10.77.0.0/16";

    protected override string Engine => "stack";

    public override async Task<ScenarioRun> RunAsync(Scenario scenario, bool isShort, string folder)
    {
        Serve();
        if (scenario.Background is { } background)
        {
            Load(background.Load, background.Steps, scenario.Port, "10.79.0.0/16");   // ends with the stage
        }

        var (result, memory) = await LoadAsync(isShort ? scenario.ShortLoad : scenario.Load, scenario.Steps, scenario.Port, "198.19.0.0/16", folder);
        return new ScenarioRun(scenario, isShort, result, memory);
    }

    public override void Dispose() => _namespace.Dispose();

    protected override RunningCommand StartDaemon(string[] arguments) => _namespace.Start(Program, arguments);

    protected override RunningCommand StartLoad(string[] arguments) => _namespace.Start(Program, arguments);
}
