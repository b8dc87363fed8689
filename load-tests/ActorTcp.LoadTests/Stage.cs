using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Testing;

namespace ActorTcp.LoadTests;

/// <summary>Where a scenario takes place: networks of its own with the daemon in them, all gone at the end.</summary>
internal abstract class Stage : IDisposable
{
    protected static readonly string Program = Path.Combine(AppContext.BaseDirectory, "actortcp");

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private RunningCommand? _daemon;

    /// <summary>The addresses that the daemon serves.</summary>
    protected abstract string Prefix { get; }

    /// <summary>The engine of the load.</summary>
    protected abstract string Engine { get; }

    public static Stage For(Scenario scenario) => scenario.Flood is { } rate ? new FloodedStage(rate) : new PlainStage();

    /// <param name="folder">Where the load's own report goes.</param>
    public abstract Task<ScenarioRun> RunAsync(Scenario scenario, bool isShort, string folder);

    public abstract void Dispose();

    protected void Serve()
    {
        _daemon = StartDaemon(["serve", "--prefix", Prefix, "--half-open-limit", "65536", "--drain", "0"]);
        _daemon.WaitForOutput("READY", TimeSpan.FromSeconds(30));
    }

    /// <returns>What the load has measured, and the octets resident in the daemon once a second, the first before the load.</returns>
    protected async Task<(LoadResult Result, IReadOnlyList<long> Memory)> LoadAsync(LoadPlan plan, string steps, int port, string sources, string folder)
    {
        var memory = new List<long> { Resident() };
        var load = Load(plan, steps, port, sources, "--report", folder);
        await using (new Timer(_ => memory.Add(Resident()), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1)))
        {
            load.WaitForExit(Patience).MustSucceed();
        }

        await using var file = File.OpenRead(Path.Combine(folder, "result.json"));
        return (LoadResultFile.Read(file), memory);
    }

    protected RunningCommand Load(LoadPlan plan, string steps, int port, string sources, params string[] more) => StartLoad(
    [
        "load", $"{Prefix}:{port}", "--engine", Engine, "--from", sources, "--load", plan.ToString(), "--do", steps, "--max-rate", "100k/s", "--max-open", "1M",
        "--max-memory", "8G", "--drain", "500ms", .. more,
    ]);

    /// <summary>Starts <see cref="Program"/> where the server is.</summary>
    protected abstract RunningCommand StartDaemon(string[] arguments);

    /// <summary>Starts <see cref="Program"/> where the clients are.</summary>
    protected abstract RunningCommand StartLoad(string[] arguments);

    /// <summary>proc(5), status.</summary>
    private long Resident()
    {
        const string Label = "VmRSS:";
        var line = File.ReadLines($"/proc/{_daemon!.Pid}/status").First(line => line.StartsWith(Label, StringComparison.Ordinal));
        return long.Parse(line[Label.Length..^"kB".Length].Trim(), CultureInfo.InvariantCulture) << 10;
    }
}
