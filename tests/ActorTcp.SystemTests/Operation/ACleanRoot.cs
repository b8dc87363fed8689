using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>A Debian system in a folder, the smallest that there is (debootstrap) and the libraries of OpenSSL, which the package depends on.</summary>
public sealed class ACleanRoot : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly Lazy<string?> _obstacle;

    public ACleanRoot() => _obstacle = new Lazy<string?>(Make);

    private string Folder { get; } = Directory.CreateTempSubdirectory("actortcp-root-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>The path of a file of this system, seen from outside.</summary>
    internal string At(string path) => Path.Combine(Folder, path.TrimStart('/'));

    /// <summary>Skips the test where no such system can be made.</summary>
    internal void Require() => Assert.SkipWhen(_obstacle.Value is not null, _obstacle.Value ?? "");

    /// <summary>A command line that runs inside, with a /proc that ends with it.</summary>
    internal string[] Inside(params ReadOnlySpan<string> command) =>
        ["unshare", "--mount", "sh", "-c", "mount -t proc proc \"$0/proc\" && exec chroot \"$0\" \"$@\"", Folder, .. command];

    internal CommandResult Run(params ReadOnlySpan<string> command) => Execute(Inside(command));

    /// <summary>Every file, but what dpkg and apt note down about their own work.</summary>
    internal IReadOnlyList<string> Files() => Execute(
        "find", Folder, "(", "-path", "*/var/lib/dpkg", "-o", "-path", "*/var/log", "-o", "-path", "*/var/cache", "-o", "-path", "*/run", "-o", "-path", "*/tmp", ")", "-prune", "-o", "-print").Output.Split('\n');

    private static CommandResult Execute(params ReadOnlySpan<string> command)
    {
        using var running = new RunningCommand(command[0], command[1..]);
        return running.WaitForExit(Patience);
    }

    private string? Make()
    {
        if (!Environment.IsPrivilegedProcess || !TestNamespace.OnPath("debootstrap"))
        {
            return "a clean root needs root, and debootstrap";
        }

        var release = File.ReadLines("/etc/os-release").FirstOrDefault(line => line.StartsWith("VERSION_CODENAME=", StringComparison.Ordinal))?.Split('=')[1];
        var made = Execute("debootstrap", "--variant=minbase", "--include=openssl", release ?? "stable", Folder);
        return made.ExitCode != 0 ? $"debootstrap failed: {made.Output.Split('\n')[^2]}" : null;
    }
}
