using System.CommandLine;
using System.Text;
using System.Text.Json;
using ActorTcp.Control;

namespace ActorTcp.Cli;

/// <summary><c>actortcp trace</c>: ladders of the connections of a running daemon, as they happen.</summary>
internal sealed class TraceCommand : Command, IExplained
{
    /// <summary>What belongs to one turn of a connection comes together: a rung is drawn when nothing has come for so long.</summary>
    private static readonly TimeSpan Calm = TimeSpan.FromMilliseconds(30);

    private readonly DaemonOptions _daemon = new();
    private readonly FollowOptions _follow = new("connections that have ended");
    private readonly Option<bool> _ascii = new("--ascii") { Description = "Draws with ASCII signs only." };
    private readonly Option<bool> _json = new("--json") { Description = "What happens as JSON, a line each, instead of ladders." };

    public TraceCommand()
        : base("trace", "Draws what happens to the connections of a running daemon, as it happens.")
    {
        Add(_ascii);
        Add(_json);
        _follow.AddTo(this);
        _daemon.AddTo(this);
        SetAction((parsed, _) => RunAsync(parsed));
    }

    public string Explanation =>
        $"""
        Numbers count from each side's initial one; the states on the peer's side are what RFC 9293 makes of its segments. Time is
        in milliseconds since the first segment. Of a connection that is there already, first its beginning is drawn.

        {DaemonOptions.FilterWords}
        Examples:
          actortcp trace sport 80
          actortcp trace --count 1 dst 10.0.0.0/8

        """;

    private async Task<int> RunAsync(ParseResult parsed)
    {
        var style = Terminal.Style(parsed.GetValue(_ascii));
        using var asked = await _daemon.AskAsync(parsed, new ControlRequest { Ask = ControlQuestion.Trace });
        await using var output = new StreamWriter(StandardOutput.Open(), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        try
        {
            var view = new TraceView(output, style);
            await _follow.ReadAsync(parsed, asked, () => parsed.GetValue(_json) ? CopyAsync(asked, output) : DrawAsync(asked, view, output, _follow.Count(parsed)));
        }
        catch (IOException)
        {
            // Nobody reads it any more.
        }

        return ExitCode.Success;
    }

    private static async Task CopyAsync(ControlClient asked, StreamWriter output)
    {
        while (await asked.ReadLineAsync() is { } line)
        {
            await output.WriteLineAsync(line);
            await output.FlushAsync();
        }
    }

    private static async Task DrawAsync(ControlClient asked, TraceView view, StreamWriter output, int? count)
    {
        var next = asked.ReadLineAsync();
        while (true)
        {
            if (!next.IsCompleted && await Task.WhenAny(next, Task.Delay(Calm)) != next)
            {
                view.Draw();
                await output.FlushAsync();
            }

            if (await next is not { } line || line.StartsWith("{\"lost\":", StringComparison.Ordinal))
            {
                break;
            }

            view.Add(JsonSerializer.Deserialize(line, ControlJson.Default.TraceLine)!);
            if (view.Ended >= count)
            {
                break;
            }

            next = asked.ReadLineAsync();
        }

        view.Draw();
        await output.FlushAsync();
    }
}
