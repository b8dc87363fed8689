using System.CommandLine;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary><c>actortcp load</c>: its options, and what they mean together.</summary>
internal sealed class LoadCommand : Command, IExplained
{
    private readonly Argument<string> _target = new("TARGET") { Description = "ADDRESS:PORT, or PREFIX:PORT for all addresses of a prefix in turn." };
    private readonly Option<string> _load = new("--load", "-l") { Description = "How many flows begin, and when; see below.", HelpName = "PLAN", DefaultValueFactory = _ => "inject 1000/s for 10s" };
    private readonly Option<string> _do = new("--do", "-d") { Description = "What each flow does; see below.", HelpName = "STEPS", DefaultValueFactory = _ => "handshake" };
    private readonly Option<string> _from = new("--from") { Description = "Source addresses.", HelpName = "PREFIX" };
    private readonly Option<string> _engine = new("--engine", "-e") { Description = "kernel or stack.", HelpName = "ENGINE", DefaultValueFactory = _ => "kernel" };

    public LoadCommand()
        : base("load", "Measures how a TCP server sets connections up: rate, latency, failures.")
    {
        Add(_target);
        Add(_load);
        Add(_do);
        Add(_from);
        Add(_engine);
        SetAction(Run);
    }

    public string Explanation => "";

    private int Run(ParseResult parsed)
    {
        var job = new LoadJob
        {
            Target = parsed.GetValue(_target)!,
            Plan = parsed.GetValue(_load)!,
            Exchange = parsed.GetValue(_do)!,
            Engine = Enum.Parse<LoadEngine>(parsed.GetValue(_engine)!, ignoreCase: true),
            Sources = parsed.GetValue(_from),
            Limits = new LoadLimits { Rate = 1e6, Open = 2_000_000, Memory = 16L << 30 },
        };
        using var stop = new CancellationTokenSource();
        using var termination = new Termination();
        _ = termination.Requested.ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);
        var run = new LoadRun(job, TimeProvider.System);
        run.Passed += second => Console.Error.WriteLine($"{second.Second} started {second.Started} connected {second.Connected} open {second.Open} failed {second.Failed} p50 {second.Connect.Percentile(50).TotalMicroseconds} p99 {second.Connect.Percentile(99).TotalMicroseconds}");
        var result = run.Run(stop.Token);
        Console.Out.WriteLine(System.Text.Json.JsonSerializer.Serialize(result with { Seconds = [] }));
        return ExitCode.Success;
    }
}
