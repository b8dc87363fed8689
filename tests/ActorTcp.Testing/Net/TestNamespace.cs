using System.Globalization;

namespace ActorTcp.Testing;

/// <summary>A network namespace for one test, its loopback up, removed on disposal together with what was started inside.</summary>
internal sealed class TestNamespace : IDisposable
{
    private const string Prefix = "actortcp-test-";
    private static int _made;
    private readonly List<RunningCommand> _started = [];

    private TestNamespace(string name) => Name = name;

    /// <summary>The name under which <c>ip netns</c> knows it.</summary>
    public string Name { get; }

    /// <summary>How long <see cref="Run"/> waits for a command to end.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Why no namespace can be made here; null when one can.</summary>
    public static string? Obstacle { get; } =
        !OperatingSystem.IsLinux() ? "network namespaces are Linux's"
        : !Environment.IsPrivilegedProcess ? "making network namespaces needs root"
        : !File.Exists("/dev/net/tun") ? "there is no /dev/net/tun"
        : !OnPath("ip") ? "the command ip (iproute2) is not installed"
        : null;

    public static TestNamespace Create()
    {
        RemoveOrphans();
        var ns = new TestNamespace($"{Prefix}{Environment.ProcessId}-{Interlocked.Increment(ref _made)}");
        Execute("ip", "netns", "add", ns.Name).MustSucceed();
        Execute("ip", "-n", ns.Name, "link", "set", "lo", "up").MustSucceed();
        return ns;
    }

    /// <summary>Whether a command can be found.</summary>
    public static bool OnPath(string command) =>
        RunningCommand.SearchPath.Split(':').Any(folder => File.Exists(Path.Combine(folder, command)));

    /// <summary>Runs a command inside and waits until it ends.</summary>
    public CommandResult Run(string command, params ReadOnlySpan<string> arguments)
    {
        using var running = Inside(command, arguments);
        return running.WaitForExit(Patience);
    }

    /// <summary>Starts a command inside and leaves it running, at most until the namespace is disposed.</summary>
    public RunningCommand Start(string command, params ReadOnlySpan<string> arguments)
    {
        var running = Inside(command, arguments);
        _started.Add(running);
        return running;
    }

    public void Dispose()
    {
        foreach (var running in _started)
        {
            running.Dispose();
        }

        Execute("ip", "netns", "del", Name).MustSucceed();
    }

    // `ip netns exec` replaces itself by the command, so the process id is the command's own.
    private RunningCommand Inside(string command, ReadOnlySpan<string> arguments) => new("ip", ["netns", "exec", Name, command, .. arguments]);

    private static CommandResult Execute(string command, params ReadOnlySpan<string> arguments)
    {
        using var running = new RunningCommand(command, arguments);
        return running.WaitForExit(TimeSpan.FromSeconds(10));
    }

    /// <summary>Removes what test runs that were killed have left behind, unless another test run is doing so.</summary>
    private static void RemoveOrphans()
    {
        if (_made > 0 || !Directory.Exists("/run/netns"))
        {
            return;
        }

        foreach (var path in Directory.GetFiles("/run/netns", $"{Prefix}*"))
        {
            var name = Path.GetFileName(path);
            if (int.TryParse(name.Split('-')[2], CultureInfo.InvariantCulture, out var pid) && !Directory.Exists($"/proc/{pid}"))
            {
                Execute("ip", "netns", "del", name);
            }
        }
    }
}
