using System.CommandLine;
using System.Text;
using ActorTcp.Control;

namespace ActorTcp.Cli;

/// <summary><c>actortcp events</c>: what happens in a daemon from now on, one JSON object on a line.</summary>
internal sealed class EventsCommand : Command, IExplained
{
    private readonly DaemonOptions _daemon = new();
    private readonly FollowOptions _follow = new("events");

    public EventsCommand()
        : base("events", "Follows what happens in a running daemon, as lines of JSON.")
    {
        Add(new Option<bool>("--follow", "-f") { Description = "What it does anyhow: it goes on until Ctrl-C, --count or --duration." });
        _follow.AddTo(this);
        _daemon.AddTo(this);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    public string Explanation =>
        $"""
        Events: opened, established, closed (with end, cause and the state left), cookie, cached, dropped (with the counter that says why),
        flood-begun, flood-ended, switched, suppressed (how many more there were than are told).

        {DaemonOptions.FilterWords}
        Examples:
          actortcp events
          actortcp events --duration 10 sport 80 | jq -r 'select(.event == "closed") | .end'

        """;

    private async Task<int> RunAsync(ParseResult parsed)
    {
        using var asked = await _daemon.AskAsync(parsed, new ControlRequest { Ask = ControlQuestion.Events, Limit = _follow.Count(parsed) });
        await using var output = new StreamWriter(StandardOutput.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
        try
        {
            await _follow.ReadAsync(parsed, asked, async () =>
            {
                while (await asked.ReadLineAsync() is { } line)
                {
                    await output.WriteLineAsync(line);
                }
            });
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }

        return ExitCode.Success;
    }
}
