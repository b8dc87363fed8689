using System.CommandLine;
using System.Globalization;

namespace ActorTcp.Cli;

/// <summary><c>actortcp manual</c>: manual pages out of the commands themselves, so that none can be forgotten or grow old.</summary>
internal sealed class ManualCommand : Command, IExplained
{
    private readonly Argument<string[]> _words = new("command") { Description = "Whose page, such as `lab run`; none for the program's own.", Arity = ArgumentArity.ZeroOrMore };
    private readonly Option<string?> _all = new("--all") { Description = "Write the pages of all commands into this folder instead.", HelpName = "folder" };

    public ManualCommand()
        : base("manual", "Prints the manual page of a command, for man(1).")
    {
        Add(_words);
        Add(_all);
        SetAction(Run);
    }

    public string Explanation =>
        """
        The date of a page is SOURCE_DATE_EPOCH where that is set, else that of the program.

        Examples:
          actortcp manual serve | man -l -
          actortcp manual --all /usr/share/man/man1

        """;

    private int Run(ParseResult parsed)
    {
        var pages = ManualPage.Below([parsed.RootCommandResult.Command], ActorTcpCommand.Version, Date()).ToList();
        if (parsed.GetValue(_all) is { } folder)
        {
            Directory.CreateDirectory(folder);
            pages.ForEach(page => File.WriteAllText(Path.Combine(folder, $"{page.Name}.1"), page.Text));
            return ExitCode.Success;
        }

        var name = string.Join('-', parsed.GetValue(_words)!.Prepend(ActorTcpCommand.Name));
        var found = pages.Find(page => page.Name == name)
            ?? throw new BadInputException($"there is no such command. Valid: {string.Join(", ", pages.Skip(1).Select(page => page.Name.Replace('-', ' ')))}.");
        parsed.InvocationConfiguration.Output.Write(found.Text);
        return ExitCode.Success;
    }

    private static DateOnly Date() => DateOnly.FromDateTime(
        long.TryParse(Environment.GetEnvironmentVariable("SOURCE_DATE_EPOCH"), CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds).UtcDateTime
            : File.GetLastWriteTimeUtc(Environment.ProcessPath!));
}
