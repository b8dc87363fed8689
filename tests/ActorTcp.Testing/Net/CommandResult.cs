namespace ActorTcp.Testing;

/// <summary>How a command ended, and what it said.</summary>
internal sealed record CommandResult(string Command, int ExitCode, string Output, string Error)
{
    /// <exception cref="InvalidOperationException">The command failed; the message holds what it said.</exception>
    public CommandResult MustSucceed() => ExitCode == 0 ? this : throw new InvalidOperationException(ToString());

    public override string ToString() => $"{Command} ended with {ExitCode}\n{Output}{Error}";
}
