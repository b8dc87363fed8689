using System.CommandLine;

namespace ActorTcp.Cli;

/// <summary><c>actortcp completion</c>: lets a shell complete command lines; what may come next the program itself is asked.</summary>
internal sealed class CompletionCommand : Command, IExplained
{
    private readonly Argument<string> _shell = new("shell") { Description = $"{string.Join(", ", CompletionScript.Shells)}." };

    public CompletionCommand()
        : base("completion", "Prints a script that lets a shell complete command lines.")
    {
        _shell.CompletionSources.Add([.. CompletionScript.Shells]);
        Add(_shell);
        SetAction(Run);
    }

    public string Explanation =>
        """
        Examples:
          source <(actortcp completion bash)
          actortcp completion zsh > ~/.zfunc/_actortcp
          actortcp completion fish > ~/.config/fish/completions/actortcp.fish

        """;

    private int Run(ParseResult parsed)
    {
        var shell = parsed.GetValue(_shell)!;
        parsed.InvocationConfiguration.Output.Write(CompletionScript.For(shell)
            ?? throw new BadInputException($"{shell}: unknown shell. Valid: {string.Join(", ", CompletionScript.Shells)}."));
        return ExitCode.Success;
    }
}
