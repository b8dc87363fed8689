using System.CommandLine;
using ActorTcp.Linux;

namespace ActorTcp.Cli;

/// <summary><c>actortcp demo</c>: the textbook's chapter on connection management, happening.</summary>
internal sealed class DemoCommand : Command, IExplained
{
    private static readonly Option<bool> InMemory = new("--in-memory") { Description = "Both ends are ours, joined by a link in memory; needs no privileges." };
    private static readonly Option<bool> Ascii = new("--ascii") { Description = "Draws with ASCII signs only." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Makes the initial sequence numbers of our side the same every time." };
    private static readonly Option<string?> Pcap = new("--pcap") { Description = "Writes the packets of parts 1 to 3 to this file, for tshark or Wireshark.", HelpName = "file" };
    private static readonly Option<bool> InUserNamespace = new(UserNamespace.Mark) { Hidden = true };

    public DemoCommand()
        : base("demo", "Shows how a TCP connection begins and ends, and what its third step is for, as ladder diagrams of real runs.")
    {
        Add(InMemory);
        Add(Ascii);
        Add(Seed);
        Add(Pcap);
        Add(InUserNamespace);
        SetAction(Run);
    }

    public string Explanation =>
        """
        It takes a moment and leaves nothing behind: the client is the Linux kernel's TCP in a network namespace
        of its own, within a user namespace where you are not root, and our own where neither can be had.

        Examples:
          actortcp demo
          actortcp demo --in-memory --ascii
          actortcp demo --pcap demo.pcap && tshark -r demo.pcap

        """;

    private static int Run(ParseResult parsed)
    {
        if (!parsed.GetValue(InMemory) && !parsed.GetValue(InUserNamespace) && !NetworkNamespace.CanMakeNew() && UserNamespace.IsPossible())
        {
            return UserNamespace.RunAgain();
        }

        using var pcap = parsed.GetValue(Pcap) is { } path ? Create(path) : null;
        var options = new DemoOptions
        {
            InMemory = parsed.GetValue(InMemory),
            Style = Terminal.Style(parsed.GetValue(Ascii)),
            Seed = parsed.GetValue(Seed),
            Pcap = pcap,
        };
        Demonstration.Run(options, Console.Out);
        return ExitCode.Success;
    }

    /// <exception cref="BadInputException">The file cannot be written.</exception>
    private static FileStream Create(string path)
    {
        try
        {
            return File.Create(path);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--pcap: {refused.Message}");
        }
    }
}
