using System.CommandLine;
using System.Text.Json;
using ActorTcp.Control;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Cli;

/// <summary><c>actortcp ss</c>: the connections of a daemon, as ss(8) shows those of the kernel.</summary>
internal sealed class SsCommand : Command, IExplained
{
    private static readonly TcpState[] NotShownUnlessAsked = [TcpState.SynReceived, TcpState.TimeWait];

    private readonly DaemonOptions _daemon = new();
    private readonly Option<bool> _all = new("--all", "-a") { Description = "Also listeners, half-open connections and those in TIME-WAIT." };
    private readonly Option<bool> _listening = new("--listening", "-l") { Description = "Listeners only: Recv-Q is the accept queue, Send-Q its limit." };
    private readonly Option<bool> _options = new("--options", "-o") { Description = "The timer that is due first, with the time left and the retransmissions so far." };
    private readonly Option<bool> _info = new("--info", "-i") { Description = "Round-trip time, windows, segment size and what else TCP keeps." };
    private readonly Option<bool> _memory = new("--memory", "-m") { Description = "Octets that the buffers take: r for receiving, t for sending." };
    private readonly Option<string[]> _state = new("--state") { Description = "Only these states, such as established, time-wait, half-open.", HelpName = "STATE", Arity = ArgumentArity.OneOrMore };
    private readonly Option<int> _limit = new("--limit") { Description = "How many connections at most; how many more there are is said. [default: 10000]", HelpName = "COUNT", DefaultValueFactory = _ => 10_000 };
    private readonly Option<bool> _json = new("--json") { Description = "A JSON object for each, on a line." };

    public SsCommand()
        : base("ss", "Lists the connections of a running daemon.")
    {
        foreach (var option in new Option[] { _all, _listening, _options, _info, _memory, _state, _limit, _json, Accepted("-t", "TCP; there is nothing else."), Accepted("-n", "Numbers, no names; there are no others.") })
        {
            Add(option);
        }

        _daemon.AddTo(this);
        SetAction((parsed, _) => RunAsync(parsed, Console.Out));
    }

    public string Explanation =>
        $"""
        {DaemonOptions.FilterWords}
        Examples:
          actortcp ss -tan
          actortcp ss -ti dst 10.0.0.0/8
          actortcp ss --state time-wait sport 80

        """;

    private async Task<int> RunAsync(ParseResult parsed, TextWriter output)
    {
        var states = States(parsed.GetValue(_state) ?? []);
        var onlyListeners = parsed.GetValue(_listening);
        var table = new SsTable(parsed.GetValue(_options), parsed.GetValue(_info), parsed.GetValue(_memory));
        var isAll = parsed.GetValue(_all);
        if (onlyListeners || (isAll && states.Count == 0))
        {
            using var asked = await _daemon.AskAsync(parsed, new ControlRequest { Ask = ControlQuestion.Stack });
            var answer = await asked.ReadAsync(ControlJson.Default.StackAnswer);
            var filter = _daemon.Filter(parsed);
            foreach (var listener in answer.Stack.Listeners.Where(listener => IsWanted(listener, filter)))
            {
                await WriteAsync(output, parsed, JsonSerializer.Serialize(listener, ControlJson.Default.ListenerReading), () => table.Add(listener));
            }
        }

        if (!onlyListeners)
        {
            await ConnectionsAsync(parsed, output, table, connection => states.Count > 0 ? states.Contains(connection.State) : isAll || !NotShownUnlessAsked.Contains(connection.State));
        }

        if (!parsed.GetValue(_json))
        {
            await table.WriteAsync(output);
        }

        return ExitCode.Success;
    }

    private async Task ConnectionsAsync(ParseResult parsed, TextWriter output, SsTable table, Predicate<ConnectionReading> isWanted)
    {
        using var asked = await _daemon.AskAsync(parsed, new ControlRequest { Ask = ControlQuestion.Connections, Limit = parsed.GetValue(_limit) });
        while (await asked.ReadLineAsync() is { } line)
        {
            if (line.StartsWith("{\"left_out\":", StringComparison.Ordinal))
            {
                var leftOut = JsonSerializer.Deserialize(line, ControlJson.Default.ControlNotice)!.LeftOut;
                await Console.Error.WriteAsync(leftOut > 0 ? $"{leftOut} more are not shown (see --limit)\n" : "");
            }
            else if (JsonSerializer.Deserialize(line, ControlJson.Default.ConnectionReading) is { } connection && isWanted(connection))
            {
                await WriteAsync(output, parsed, line, () => table.Add(connection));
            }
        }
    }

    /// <summary>A listener has no peer: a filter that wants one does not want it.</summary>
    private static bool IsWanted(ListenerReading listener, ConnectionFilter filter) => listener.Prefixes.Any(prefix =>
        filter.Fits(new FourTuple(IpAddr.From(prefix.BaseAddress), listener.Port, default, 0), TcpState.Listen, id: null));

    private async Task WriteAsync(TextWriter output, ParseResult parsed, string line, Action add)
    {
        if (parsed.GetValue(_json))
        {
            await output.WriteLineAsync(line);
        }
        else
        {
            add();
        }
    }

    private static HashSet<TcpState> States(string[] names)
    {
        try
        {
            return [.. names.SelectMany(name => name.Split(',')).SelectMany(StateNames.Parse)];
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"--state: {wrong.Message}");
        }
    }

    /// <summary>An option out of habit, which changes nothing.</summary>
    private static Option<bool> Accepted(string name, string meaning) => new(name) { Description = meaning };
}
