using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.LoadTests;

/// <summary>A load on the daemon in a network namespace of its own, and what is demanded of it. The words are those of NBomber 4.</summary>
internal sealed record Scenario
{
    private Scenario(string name) => Name = name;

    public string Name { get; }

    /// <summary>What it is to find out.</summary>
    public string Question { get; private init; } = "";

    public LoadPlan Load { get; private init; } = new([]);

    /// <summary>What takes its place where time is short, as in CI.</summary>
    public LoadPlan ShortLoad { get; private init; } = new([]);

    /// <summary>What each flow does.</summary>
    public string Steps { get; private init; } = "handshake";

    public int Port { get; private init; } = 7;

    /// <summary>Another load that goes on meanwhile: its plan and its steps.</summary>
    public (LoadPlan Load, string Steps)? Background { get; private init; }

    /// <summary>A SYN flood that the load has to stand beside.</summary>
    public FloodRate? Flood { get; private init; }

    public IReadOnlyList<LoadThreshold> Thresholds { get; private init; } = [];

    /// <summary>Demands on speed: of the full length only, as the short form runs on machines that have other work.</summary>
    public IReadOnlyList<LoadThreshold> ThresholdsOfSpeed { get; private init; } = [];

    /// <summary>What else is demanded of a run, or found in it.</summary>
    public Func<ScenarioRun, IEnumerable<Check>> Judge { get; private init; } = _ => [];

    public static Scenario Create(string name) => new(name);

    public Scenario Asking(string question) => this with { Question = question };

    public Scenario WithLoad(params LoadShape[] shapes) => this with { Load = new LoadPlan(shapes) };

    public Scenario WithShortLoad(params LoadShape[] shapes) => this with { ShortLoad = new LoadPlan(shapes) };

    public Scenario Doing(string steps) => this with { Steps = steps };

    public Scenario OnPort(int port) => this with { Port = port };

    public Scenario Beside(LoadShape shape, string steps) => this with { Background = (new LoadPlan([shape]), steps) };

    public Scenario UnderFlood(FloodRate rate) => this with { Flood = rate };

    public Scenario FailIf(params string[] thresholds) => this with { Thresholds = [.. thresholds.Select(LoadThreshold.Parse)] };

    public Scenario FailIfSlow(params string[] thresholds) => this with { ThresholdsOfSpeed = [.. thresholds.Select(LoadThreshold.Parse)] };

    public Scenario Judging(Func<ScenarioRun, IEnumerable<Check>> judge) => this with { Judge = judge };
}
