using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ActorTcp.Control;
using ActorTcp.Lab;
using ActorTcp.Linux;

namespace ActorTcp.Cli;

/// <summary><c>actortcp</c>: the commands, and what every one of them answers to bad input and to a machine that refuses.</summary>
internal sealed class ActorTcpCommand
{
    public const string Name = "actortcp";

    private readonly RootCommand _root = new("A TCP connection server in user space: one actor per connection, on a Linux TUN device.")
    {
        // A command is one line here.
        new ServeCommand(),
        new SsCommand(),
        new StatCommand(),
        new TraceCommand(),
        new CaptureCommand(),
        new EventsCommand(),
        new DemoCommand(),
        new LabCommand(),
        new LoadCommand(),
        new ManualCommand(),
        new CompletionCommand(),
    };

    public ActorTcpCommand()
    {
        var help = _root.Options.OfType<HelpOption>().Single();
        help.Aliases.Remove("/h");
        help.Aliases.Remove("/?");
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
    }

    /// <summary>Three numbers.</summary>
    public static string Version { get; } = typeof(ActorTcpCommand).Assembly.GetName().Version!.ToString(3);

    /// <summary>With every command below it.</summary>
    public Command Root => _root;

    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(IReadOnlyList<string> args)
    {
        var parsed = _root.Parse(args);
        if (parsed.Action is ParseErrorAction error)
        {
            error.ShowHelp = args.Count == 0;
        }

        try
        {
            // Signals are the command's own business: see Termination.
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
            return parsed.Errors.Count > 0 ? ExitCode.BadInput : code;
        }
        catch (BadInputException bad)
        {
            await Console.Error.WriteLineAsync($"error: {bad.Message}");
            return ExitCode.BadInput;
        }
        catch (Exception refused) when (refused is TunException or LabException or ControlException)
        {
            await Console.Error.WriteLineAsync($"error: {refused.Message}");
            return ExitCode.Failure;
        }
    }
}
