namespace ActorTcp.Control;

/// <summary>Where the control sockets of daemons are: <c>NAME.sock</c> in a folder that only their user may enter.</summary>
public static class ControlFolders
{
    private const string OfTheSystem = "/run/actortcp";

    /// <summary>For a daemon of this user: what systemd made for it (RuntimeDirectory=), else root's, else that of the login session; null where there is none.</summary>
    public static string? Own =>
        Variable("RUNTIME_DIRECTORY")?.Split(':')[0]
        ?? (Environment.IsPrivilegedProcess ? OfTheSystem : Variable("XDG_RUNTIME_DIR") is { } session ? Path.Combine(session, "actortcp") : null);

    /// <summary>Where commands look for daemons.</summary>
    public static IReadOnlyList<string> Searched { get; } =
        [.. new[] { Own, OfTheSystem, Variable("XDG_RUNTIME_DIR") is { } session ? Path.Combine(session, "actortcp") : null }.OfType<string>().Distinct(StringComparer.Ordinal)];

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
