using System.CommandLine;
using System.IO.Enumeration;
using System.Text.Json;
using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary><c>actortcp stat</c>: the counters of a daemon, as nstat(8) shows those of the kernel, below what <c>ss -s</c> would say.</summary>
internal sealed class StatCommand : Command, IExplained
{
    private readonly DaemonOptions _daemon = new();
    private readonly Option<bool> _zeros = new("--zeros", "-z") { Description = "Also counters that are zero." };
    private readonly Option<bool> _absolute = new("--all", "-a") { Description = "Values since the daemon began, also with --interval. Without it these are increments from one sample to the next." };
    private readonly Option<double?> _interval = new("--interval") { Description = "A sample every so many seconds, until Ctrl-C.", HelpName = "SECONDS" };
    private readonly Option<int?> _count = new("--count") { Description = "End after so many samples.", HelpName = "COUNT" };
    private readonly Option<bool> _json = new("--json") { Description = "Everything that the daemon knows of itself, as one JSON object per sample: counters, drops, states, listeners, edges of the state diagram." };

    private readonly Argument<string[]> _patterns = new("pattern")
    {
        HelpName = "PATTERN",
        Description = "Only counters whose name, or name on Linux, is like this, such as 'syn*' or 'TcpExt*'. [default: all]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public StatCommand()
        : base("stat", "Shows how a running daemon stands, and what it has counted.")
    {
        foreach (var option in new Option[] { _zeros, _absolute, _interval, _count, _json })
        {
            Add(option);
        }

        _daemon.AddTo(this, withFilter: false);
        Add(_patterns);
        SetAction((parsed, _) => RunAsync(parsed, Console.Out));
    }

    public string Explanation =>
        """
        Names are those of every output of actortcp; where Linux counts the same, its name stands beside.

        Examples:
          actortcp stat
          actortcp stat -az 'TcpExt*'
          actortcp stat --interval 1 'syn*' listener_drops

        """;

    private async Task<int> RunAsync(ParseResult parsed, TextWriter output)
    {
        if (parsed.GetValue(_interval) is <= 0 or > 86_400)
        {
            throw new BadInputException("--interval: valid are seconds above 0, up to 86400.");
        }

        StackReading? former = null;
        for (var sample = 0; sample == 0 || (parsed.GetValue(_interval) is not null && (parsed.GetValue(_count) is not { } most || sample < most)); sample++)
        {
            if (sample > 0)
            {
                await Task.Delay(TimeSpan.FromSeconds(parsed.GetValue(_interval)!.Value));
            }

            using var asked = await _daemon.AskAsync(parsed, new ControlRequest { Ask = ControlQuestion.Stack });
            var answer = await asked.ReadAsync(ControlJson.Default.StackAnswer);
            if (parsed.GetValue(_json))
            {
                await output.WriteLineAsync(JsonSerializer.Serialize(answer, ControlJson.Default.StackAnswer));
            }
            else
            {
                await new StatTable(answer, parsed.GetValue(_absolute) ? null : former).WriteAsync(output, name => IsWanted(name, parsed.GetValue(_patterns)!), parsed.GetValue(_zeros));
            }

            former = answer.Stack;
        }

        return ExitCode.Success;
    }

    private static bool IsWanted(CounterReading counter, string[] patterns) =>
        patterns.Length == 0 || Array.Exists(patterns, pattern => IsLike(counter.Name, pattern) || (counter.LinuxName is { } linux && IsLike(linux, pattern)));

    private static bool IsLike(string name, string pattern) => FileSystemName.MatchesSimpleExpression(pattern, name);
}
