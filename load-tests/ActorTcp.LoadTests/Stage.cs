using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Testing;

namespace ActorTcp.LoadTests;

/// <summary>Where a scenario takes place: a network namespace with the daemon in it, both gone at the end.</summary>
internal sealed class Stage : IDisposable
{
    private const string Prefix = "10.77.0.0/16";

    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "actortcp");
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly TestNamespace _namespace = TestNamespace.Create();
    private readonly RunningCommand _daemon;

    public Stage()
    {
        _daemon = _namespace.Start(Program, "serve", "--prefix", Prefix, "--half-open-limit", "65536", "--drain", "0");
        _daemon.WaitForOutput("READY", TimeSpan.FromSeconds(30));
    }

    /// <param name="folder">Where the load's own report goes.</param>
    public ScenarioRun Run(Scenario scenario, LoadPlan plan, string folder)
    {
        if (scenario.Background is { } background)
        {
            Load(background.Load, background.Steps, scenario.Port, "10.79.0.0/16");   // ends with the stage
        }

        var memory = new List<long> { Resident() };
        var load = Load(plan, scenario.Steps, scenario.Port, "198.19.0.0/16", "--report", folder);
        using var sampling = new Timer(_ => memory.Add(Resident()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        load.WaitForExit(Patience).MustSucceed();
        using var file = File.OpenRead(Path.Combine(folder, "result.json"));
        return new ScenarioRun(scenario, LoadResultFile.Read(file), memory);
    }

    public void Dispose() => _namespace.Dispose();

    private RunningCommand Load(LoadPlan plan, string steps, int port, string sources, params string[] more) => _namespace.Start(Program,
    [
        "load", $"{Prefix}:{port}", "--engine", "stack", "--from", sources, "--load", plan.ToString(), "--do", steps, "--max-rate", "100k/s", "--max-open", "1M",
        "--max-memory", "8G", "--drain", "500ms", .. more,
    ]);

    /// <summary>proc(5), status.</summary>
    private long Resident()
    {
        const string Label = "VmRSS:";
        var line = File.ReadLines($"/proc/{_daemon.Pid}/status").First(line => line.StartsWith(Label, StringComparison.Ordinal));
        return long.Parse(line[Label.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) << 10;
    }
}
