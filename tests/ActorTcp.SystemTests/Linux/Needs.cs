using System.Globalization;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>What a test needs of the machine; without it the test is skipped, saying why.</summary>
internal static class Needs
{
    public static void Namespaces()
    {
        if (TestNamespace.Obstacle is { } obstacle)
        {
            Assert.Skip(obstacle);
        }
    }

    public static void Command(string name) => Assert.SkipUnless(TestNamespace.OnPath(name), $"the command {name} is not installed");

    /// <summary>For a user who is not root.</summary>
    public static void UserNamespaces()
    {
        using var attempt = new RunningCommand(Unprivileged.AsNobody[0], [.. Unprivileged.AsNobody[1..], "unshare", "--user", "--map-root-user", "true"]);
        Assert.SkipUnless(attempt.WaitForExit(TimeSpan.FromSeconds(5)).ExitCode == 0, "this machine lets nobody make user namespaces");
    }

    /// <summary>So many descriptors in one process, as far as RLIMIT_NOFILE lets its soft limit be raised.</summary>
    public static void OpenFiles(int count)
    {
        var hard = File.ReadLines("/proc/self/limits").Single(line => line.StartsWith("Max open files", StringComparison.Ordinal))
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)[4];
        Assert.SkipWhen(
            int.TryParse(hard, CultureInfo.InvariantCulture, out var limit) && limit < count,
            $"a process may open {hard} files, but {count} are needed (ulimit -Hn)");
    }

    /// <summary>A processor that nobody else uses, as the load average of the last minute has it.</summary>
    public static void IdleProcessors()
    {
        var load = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);
        Assert.SkipWhen(load > Environment.ProcessorCount, string.Create(CultureInfo.InvariantCulture, $"other work keeps the processors busy (load average {load})"));
    }
}
