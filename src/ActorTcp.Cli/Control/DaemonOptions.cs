using System.CommandLine;
using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Which daemon a command speaks to, and about which connections.</summary>
internal sealed class DaemonOptions
{
    private readonly Option<string?> _control = new("--control") { Description = "The control socket of the daemon. [default: that of the only one that runs]", HelpName = "PATH" };
    private readonly Option<string?> _daemon = new("--daemon") { Description = "The name of the daemon, where several run: that of its TUN device.", HelpName = "NAME" };

    private readonly Argument<string[]> _filter = new("filter")
    {
        HelpName = "FILTER",
        Description = "Which connections, such as: port 80 and dst 10.0.0.0/8 and state established. [default: all]",
        Arity = ArgumentArity.ZeroOrMore,
    };

    public void AddTo(Command command, bool withFilter = true)
    {
        command.Add(_control);
        command.Add(_daemon);
        if (withFilter)
        {
            command.Add(_filter);
        }
    }

    /// <exception cref="BadInputException">The words are no filter.</exception>
    public ConnectionFilter Filter(ParseResult parsed)
    {
        try
        {
            return ConnectionFilter.Parse(string.Join(' ', parsed.GetValue(_filter) ?? []));
        }
        catch (FormatException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }

    /// <exception cref="ControlException">There is no daemon, or more than one.</exception>
    /// <exception cref="BadInputException">The words are no filter.</exception>
    public Task<ControlClient> AskAsync(ParseResult parsed, ControlRequest request)
    {
        var filter = Filter(parsed).ToString();
        return ControlClient.AskAsync(RunningDaemons.Find(parsed.GetValue(_control), parsed.GetValue(_daemon), ControlFolders.Searched), request with { Filter = filter });
    }

    public static string FilterWords =>
        $"""
        FILTER
        {string.Join('\n', ConnectionFilter.Words.Split('\n').Select(line => $"  {line}"))}

        """;
}
