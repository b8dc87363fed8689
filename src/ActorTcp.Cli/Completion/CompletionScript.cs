namespace ActorTcp.Cli;

/// <summary>Scripts that ask the program what may come next. Where it knows nothing, the shell offers files.</summary>
internal static class CompletionScript
{
    private const string Bash =
        """
        # bash completion for actortcp
        _actortcp() {
            local found
            found=$("${COMP_WORDS[0]}" "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)
            mapfile -t COMPREPLY < <(compgen -W "$found" -- "${COMP_WORDS[COMP_CWORD]}")
        }
        complete -o default -F _actortcp actortcp

        """;

    private const string Zsh =
        """
        #compdef actortcp
        _actortcp() {
            local line="${(j: :)words[1,CURRENT]}"
            local -a found
            found=("${(@f)$("${words[1]}" "[suggest:${#line}]" "$line" 2>/dev/null)}")
            if [[ -n "$found" ]]; then compadd -- "${found[@]}"; else _files; fi
        }
        if [[ "$funcstack[1]" == _actortcp ]]; then _actortcp "$@"; else compdef _actortcp actortcp; fi

        """;

    private const string Fish =
        """
        # fish completion for actortcp
        function __actortcp_complete
            set -l line (commandline -cp)
            set -l found (command actortcp "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null)
            if test (count $found) -gt 0
                printf '%s\n' $found
            else
                __fish_complete_path (commandline -ct)
            end
        end
        complete -c actortcp -f -a '(__actortcp_complete)'

        """;

    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish"];

    /// <returns>Null when the shell is not known.</returns>
    public static string? For(string shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "fish" => Fish,
        _ => null,
    };
}
