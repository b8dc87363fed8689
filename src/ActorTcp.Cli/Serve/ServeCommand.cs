using System.CommandLine;

namespace ActorTcp.Cli;

/// <summary><c>actortcp serve</c>: its options, and where else they may stand.</summary>
internal sealed class ServeCommand : Command, IExplained
{
    private readonly Func<string, string?> _variable;

    public ServeCommand()
        : this(Environment.GetEnvironmentVariable)
    {
    }

    /// <param name="variable">Looks an environment variable up.</param>
    public ServeCommand(Func<string, string?> variable)
        : base("serve", "Serves TCP on every address of some prefixes, through a TUN device.")
    {
        _variable = variable;
        foreach (var setting in ServeSettings.All.Append(ServeSettings.Config))
        {
            Add(CommandLineSettings.ToOption(setting));
        }

        SetAction((parsed, _) => Serving.RunAsync(OptionsOf(parsed), () => OptionsOf(parsed), Console.Out, Console.Error));
    }

    public string Explanation =>
        """
        One line beginning READY on stdout says that it serves. It needs CAP_NET_ADMIN, or a device that root
        has made for you. Every option can also be an environment variable (ACTORTCP_TUN=at0,
        ACTORTCP_PREFIX=10.77.0.0/16,fd77::/64, ACTORTCP_NO_ROUTES=true) or a key of the file that --config
        names. The command line decides before the environment, the environment before the file.
        SIGHUP, unless it comes from a terminal that closes, has the file read again: the limits of the ports
        and the drain time change at once, everything else is named and waits for the next start.

        Examples:
          sudo actortcp serve --tun at0 --prefix 10.77.0.0/16
          curl http://10.77.1.2/        (in another terminal: the page shows its own handshake)

          sudo actortcp serve --prefix 10.77.0.0/16 --prefix fd77::/64 --service 7=echo 4000=hello:Welcome 0=close
          sudo actortcp serve --prefix 10.77.0.0/16 --service 80=proxy:127.0.0.1:8080 --policy hybrid
          sudo actortcp serve --config /etc/actortcp.json --drain 30

        """;

    /// <exception cref="BadInputException">A value cannot be.</exception>
    public ServeOptions OptionsOf(ParseResult parsed)
    {
        var options = new CommandLineSettings(parsed);
        var variables = new EnvironmentSettings(_variable);
        var file = new SettingLayers(options, variables).One(ServeSettings.Config, path => path, "");
        return ServeOptions.From(file is "" ? new SettingLayers(options, variables)
            : new SettingLayers(options, variables, new FileSettings(file, ServeSettings.All)));
    }
}
