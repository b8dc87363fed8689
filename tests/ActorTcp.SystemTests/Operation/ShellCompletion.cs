using ActorTcp.Cli;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary><c>actortcp completion</c>, by the shells themselves.</summary>
public sealed class ShellCompletion
{
    [Theory]
    [InlineData("actortcp se", "serve")]
    [InlineData("actortcp serve --half-open-m", "--half-open-memory")]
    [InlineData("actortcp serve --policy sho", "short-timer")]
    [InlineData("actortcp lab run lem", "lemon2002")]
    public void In_bash(string line, string word) => Assert.Equal(word, Run("bash", "bash", "-c",
        $$"""
        source <(actortcp completion bash)
        COMP_LINE='{{line}}' COMP_POINT={{line.Length}} COMP_WORDS=({{line}}) COMP_CWORD={{line.Split(' ').Length - 1}}
        _actortcp
        printf '%s\n' "${COMPREPLY[@]}"
        """));

    [Theory]
    [InlineData("actortcp se", "serve")]
    [InlineData("actortcp serve --policy sho", "short-timer")]
    public void In_fish(string line, string word) => Assert.Equal(word, Run("fish", "fish", "--no-config", "-c", $"actortcp completion fish | source; complete -C '{line}'"));

    [Theory]
    [InlineData("actortcp se", "serve")]
    [InlineData("actortcp serve --policy sho", "short-timer")]
    public void In_zsh(string line, string word) => Assert.Contains($"actortcp {(line.Contains("--", StringComparison.Ordinal) ? "serve --policy " : "")}{word}", Run("zsh", "zsh", "-f", "-c",
        $$"""
        zmodload zsh/zpty
        zpty shell "zsh -f -i"
        zpty -w shell "PS1= ZLE_RPROMPT_INDENT=0; unsetopt beep; autoload -Uz compinit; compinit -u -D; source <(actortcp completion zsh); print ready''now"
        zpty -r shell output '*readynow*'
        zpty -w -n shell $'{{line}}\t'
        zpty -r -m shell output '*{{word}}*'
        print -r -- "$output"
        zpty -d shell
        """), StringComparison.Ordinal);

    [Fact]
    public void Of_another_shell_is_refused_with_those_that_there_are() => Assert.Null(CompletionScript.For("tcsh"));

    /// <summary>What a shell says when the program built beside the tests is on its path.</summary>
    private static string Run(string shell, params ReadOnlySpan<string> command)
    {
        Needs.Command(shell);
        using var running = new RunningCommand("env", [$"PATH={AppContext.BaseDirectory}:{RunningCommand.SearchPath}", "TERM=dumb", .. command]);
        return running.WaitForExit(TimeSpan.FromSeconds(60)).MustSucceed().Output.Trim();
    }
}
