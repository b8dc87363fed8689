using System.CommandLine;

namespace ActorTcp.Cli;

/// <summary><c>actortcp load</c>: its options, and what they mean together.</summary>
internal sealed class LoadCommand : Command, IExplained
{
    private static readonly Argument<string> Target = new("target")
    {
        HelpName = "TARGET",
        Description = "ADDRESS:PORT, [ADDRESS]:PORT, HOST:PORT for the first address of a name, or PREFIX:PORT for all addresses of a prefix in turn.",
    };

    public LoadCommand()
        : base("load", "Measures how fast a TCP server sets up connections, how long that takes, and what fails.")
    {
        Add(Target);
        foreach (var setting in LoadSettings.All)
        {
            Add(CommandLineSettings.ToOption(setting));
        }

        Add(new LoadDiffCommand());
        SetAction((parsed, _) => Loading.RunAsync(OptionsOf(parsed), Console.Out, Console.Error));
    }

    public string Explanation =>
        """
        A plan is one shape, or several separated by commas:
          inject 1000/s for 30s            open loop: flows start at this rate, whatever became of earlier ones
          inject-random 1000/s for 30s     the same on average, at random times (Poisson)
          ramping-inject 5000/s for 1m     the rate changes evenly, from that of the shape before to this
          keep-constant 500 for 30s        closed loop: so many flows are open all the time
          ramping-constant 500 for 30s     their number changes evenly
          iterations 10000 at 1000/s       so many flows in all, open loop
          iterations 10000 on 50           so many flows in all, closed loop
          pause 5s

        Steps of a flow, between the handshake and the close:
          send "PING\r\n"   expect "+PONG\r\n"   take 10   take-until "\r\n"   take-to-end   echo 1000
          http /path   tls   hold 10s   half-close   close fin   close rst

        Latency counts from the time at which the plan wanted a flow to start, so that a server that stalls
        shows as what its clients would have felt. Ctrl-C ends the load with a report of what was measured.

        Examples:
          actortcp load 127.0.0.1:80 --do http --load 'keep-constant 50 for 10s'
          actortcp load 127.0.0.1:7 --load 'ramping-inject 5000/s for 20s, pause 2s, inject 2000/s for 10s' --do 'echo 1'
          sudo actortcp load 10.77.0.0/16:7 --engine stack --load 'inject 10k/s for 30s' --i-own-this-target --report out
          actortcp load diff before/result.json after/result.json

        """;

    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static LoadOptions OptionsOf(ParseResult parsed) =>
        LoadOptions.From(parsed.GetValue(Target)!, new SettingLayers(new CommandLineSettings(parsed)));
}
