using System.CommandLine;

namespace ActorTcp.Cli;

/// <summary>The manual page of a command, made of what the command itself knows: its options, arguments and explanation.</summary>
/// <param name="path">The command and those above it, the program first.</param>
internal sealed class ManualPage(IReadOnlyList<Command> path, string version, DateOnly date)
{
    private const string Examples = "Examples:";

    private readonly Command _command = path[^1];

    /// <summary>Such as actortcp-lab-run.</summary>
    public string Name { get; } = NameOf(path);

    public string Text => string.Join('\n', Lines()) + "\n";

    /// <summary>Those of a command and of all below it.</summary>
    public static IEnumerable<ManualPage> Below(IReadOnlyList<Command> path, string version, DateOnly date) =>
        path[^1].Subcommands.Where(command => !command.Hidden)
            .SelectMany(command => Below([.. path, command], version, date))
            .Prepend(new ManualPage(path, version, date));

    private static string NameOf(IEnumerable<Command> path) => string.Join('-', path.Select(command => command is RootCommand ? ActorTcpCommand.Name : command.Name));

    private static string Section(string title) => $".SH {title}";

    private IEnumerable<string> Lines() =>
    [
        $".TH {Roff.Escape(Name.ToUpperInvariant())} 1 {date:yyyy-MM-dd} \"{ActorTcpCommand.Name} {version}\" \"User Commands\"",
        ".nh",
        Section("NAME"),
        $"{Roff.Escape(Name)} \\- {Roff.Escape(_command.Description!.TrimEnd('.'))}",
        Section("SYNOPSIS"),
        .. Synopsis(),
        .. Description(),
        .. Commands(),
        .. Options(),
        .. Notes(),
        .. Places(),
        Section("EXIT STATUS"),
        .. Item("0", "Success."),
        .. Item($"{ExitCode.Failure}", "The machine refused, or something broke."),
        .. Item($"{ExitCode.BadInput}", "An option, variable or file says what cannot be; the message names what can."),
        .. ExamplesOfUse(),
        Section("SEE ALSO"),
        string.Join(", ", SeeAlso().Select(name => $"{Roff.Bold(name)}(1)")),
    ];

    private IEnumerable<string> Synopsis()
    {
        var name = Roff.Bold(NameOf(path).Replace('-', ' '));
        string[] words = [name, .. _command.Arguments.Select(argument => Roff.Italic(ValueName(argument))), .. Visible().Any() ? [$"[{Roff.Italic("OPTION")} ...]"] : Array.Empty<string>()];
        var group = $"{name} {Roff.Italic("COMMAND")} ...";
        return (_command.Action, _command.Subcommands.Count) switch
        {
            (_, 0) => [string.Join(' ', words)],
            (null, _) => [group],
            _ => [string.Join(' ', words), ".br", group],
        };
    }

    private IEnumerable<string> Description() =>
    [
        Section("DESCRIPTION"),
        Roff.Escape(_command.Description!),
        .. _command.Arguments.SelectMany(argument => Item(Roff.Italic(ValueName(argument)), argument.Description ?? "")),
    ];

    private IEnumerable<string> Commands() => _command.Subcommands.Where(command => !command.Hidden).ToList() is { Count: > 0 } commands
        ? [Section("COMMANDS"), .. commands.SelectMany(command => Item(Roff.Bold(command.Name), $"{command.Description} See {NameOf([.. path, command])}(1)."))]
        : [];

    private IEnumerable<string> Options() => Visible().ToList() is { Count: > 0 } options
        ? [Section("OPTIONS"), .. options.SelectMany(option => Item(Head(option), option.Description ?? ""))]
        : [];

    /// <summary>Below the options, which refer to it.</summary>
    private IEnumerable<string> Notes() => Explanation() is [var text, ..] && text.Trim().Length > 0 ? [Section("NOTES"), .. Roff.Paragraphs(text)] : [];

    /// <summary>Where else a setting of the daemon may stand, and which of them a reload changes.</summary>
    private IEnumerable<string> Places() => _command is not ServeCommand ? [] :
    [
        Section("ENVIRONMENT"),
        .. Item(Roff.Bold(ServeSettings.Tun.Variable) + ", " + Roff.Bold(ServeSettings.Prefix.Variable) + ", ...", "Each option, in capitals and with underscores; commas stand between the values of a list."),
        .. Item(Roff.Bold("NOTIFY_SOCKET") + ", " + Roff.Bold("WATCHDOG_USEC") + ", " + Roff.Bold("JOURNAL_STREAM"), "Set by systemd for its services: see sd_notify(3), sd_watchdog_enabled(3) and systemd.exec(5)."),
        Section("SIGNALS"),
        .. Item(Roff.Bold("SIGTERM") + ", " + Roff.Bold("SIGINT"), "Takes no new connections, waits for those that there are, and ends. The second ends at once."),
        .. Item(Roff.Bold("SIGHUP"), $"Reads the configuration again, and changes what may change: {string.Join(", ", ServeSettings.All.Where(setting => setting.MayChange).Select(setting => setting.Name))}."),
        Section("FILES"),
        .. Item(Roff.Italic("/etc/actortcp/actortcp.json"), "The configuration of the service, where the package is installed."),
    ];

    private IEnumerable<string> ExamplesOfUse() => Explanation() is [_, var examples]
        ? [Section("EXAMPLES"), ".EX", .. examples.Trim('\n').Split('\n').Select(line => Roff.Escape(line.Length > 2 ? line[2..] : line)), ".EE"]
        : [];

    /// <summary>The command's explanation, and behind it the examples.</summary>
    private string[] Explanation() => _command switch
    {
        IExplained explained => explained.Explanation.Split(Examples),
        RootCommand => HelpWithExamples.Examples.Split(Examples),
        _ => [],
    };

    private IEnumerable<string> SeeAlso() =>
    [
        .. path.Count > 1 ? [NameOf(path.SkipLast(1))] : Array.Empty<string>(),
        .. path.Count > 1 ? path[^2].Subcommands.Where(command => command != _command && !command.Hidden).Select(command => NameOf([.. path.SkipLast(1), command])) : [],
        .. _command.Subcommands.Where(command => !command.Hidden).Select(command => NameOf([.. path, command])),
    ];

    private IEnumerable<Option> Visible() => _command.Options.Where(option => !option.Hidden);

    private static string Head(Option option)
    {
        var names = string.Join(", ", option.Aliases.Prepend(option.Name).Select(Roff.Bold));
        return option.HelpName is { } value ? $"{names} {Roff.Italic(ValueName(value))}" : names;
    }

    private static string ValueName(Argument argument) => ValueName(argument.HelpName ?? argument.Name);

    private static string ValueName(string name) => name.ToUpperInvariant();

    private static IEnumerable<string> Item(string head, string text) => [".TP", head, Roff.Escape(text)];
}
