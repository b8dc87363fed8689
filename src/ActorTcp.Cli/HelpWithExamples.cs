using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace ActorTcp.Cli;

/// <summary>The usual help, and below it what the command itself has to say.</summary>
internal sealed class HelpWithExamples : SynchronousCommandLineAction
{
    /// <summary>Of the program as a whole.</summary>
    public const string Examples =
        """
        Examples:
          actortcp demo
          sudo actortcp serve --tun at0 --prefix 10.77.0.0/16
          actortcp load 127.0.0.1:80 --do http --load 'inject 1000/s for 10s'
          actortcp lab run lemon2002

        """;

    /// <summary>In columns, where the output is no terminal that has a width.</summary>
    private const int Width = 100;

    private readonly HelpAction _usual;

    public HelpWithExamples(HelpAction usual)
    {
        _usual = usual;
        if (Console.IsOutputRedirected)
        {
            usual.MaxWidth = Width;
        }
    }

    /// <summary>Help asked for on a command line that has errors besides is still help.</summary>
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = _usual.Invoke(parseResult);
        var output = parseResult.InvocationConfiguration.Output;
        output.WriteLine(parseResult.CommandResult.Command is IExplained explained ? explained.Explanation
            : Examples);
        return code;
    }
}
