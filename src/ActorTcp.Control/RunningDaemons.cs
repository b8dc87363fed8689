namespace ActorTcp.Control;

/// <summary>The daemons that a command can speak to.</summary>
internal static class RunningDaemons
{
    /// <param name="path">The socket, where the user named it.</param>
    /// <param name="name">The daemon, where the user named that.</param>
    /// <param name="folders">Where to look.</param>
    /// <returns>The path of the socket of the one that is meant.</returns>
    /// <exception cref="ControlException">There is none, or more than one.</exception>
    public static string Find(string? path, string? name, IReadOnlyList<string> folders)
    {
        if (path is not null)
        {
            return path;
        }

        var living = folders.SelectMany(ControlPath.Living).ToList();
        var meant = name is null ? living : living.FindAll(each => NameOf(each) == name);
        var names = string.Join(", ", living.Select(NameOf));
        return (meant, living) switch
        {
            ([var only], _) => only,
            ([], []) => throw new ControlException(
                $"no daemon runs here (there is no socket in {string.Join(" or ", folders)}). Start one, such as by: sudo actortcp serve --prefix 10.77.0.0/16; "
                + "or name the socket of one that runs elsewhere with --control PATH."),
            ([], _) => throw new ControlException($"no daemon is called {name}. Those that run: {names}."),
            _ => throw new ControlException($"{living.Count} daemons run. Choose one with --daemon NAME: {names}."),
        };
    }

    private static string NameOf(string path) => Path.GetFileNameWithoutExtension(path);
}
