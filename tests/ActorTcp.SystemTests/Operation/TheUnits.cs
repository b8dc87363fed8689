using System.Globalization;
using System.Text.RegularExpressions;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The units of deploy/systemd, judged by systemd's own tools, which need no running systemd.</summary>
public sealed partial class TheUnits : IDisposable
{
    private static readonly string Units = SourceFolder.At("deploy/systemd");
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actortcp-units-");

    public TheUnits()
    {
        foreach (var unit in Directory.GetFiles(Units, "*.service"))
        {
            // What is not installed here would be found missing.
            File.WriteAllText(Path.Combine(_folder.FullName, Path.GetFileName(unit)), File.ReadAllText(unit).Replace("/usr/bin/actortcp", "/bin/true", StringComparison.Ordinal));
        }
    }

    public static TheoryData<string> Names => [.. Directory.GetFiles(Units, "*.service").Select(path => Path.GetFileName(path)!)];

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory, MemberData(nameof(Names))]
    public void Have_no_faults_that_systemd_knows(string name)
    {
        var result = Analyze("verify", "--man=no", Path.Combine(_folder.FullName, name));
        Assert.Equal("", result.Output + result.Error);
    }

    [Theory, MemberData(nameof(Names))]
    public void Are_as_secure_as_the_page_about_them_says(string name)
    {
        var result = Analyze("security", "--offline=true", "--no-pager", Path.Combine(_folder.FullName, name));
        var score = Score().Match(result.Output).Groups["score"].Value;
        Assert.Contains($"| `{name}` | {score} |", File.ReadAllText(SourceFolder.At("deploy/README.md")), StringComparison.Ordinal);
        Assert.InRange(double.Parse(score, CultureInfo.InvariantCulture), 0, 2);
    }

    [Fact]
    public void Harden_the_daemon_as_much_without_privileges_as_with_them()
    {
        string[] mayDiffer = ["Description", "After", "Requires", "Conflicts", "DynamicUser", "User", "AmbientCapabilities", "CapabilityBoundingSet", "Environment"];
        Assert.Equal(Settings("actortcp.service", mayDiffer), Settings("actortcp-rootless.service", mayDiffer));
    }

    /// <summary>Every system call that the daemon makes from its start over a connection, a page and a reload to its end.</summary>
    [Fact]
    public void Allow_the_system_calls_that_the_daemon_makes()
    {
        Needs.Namespaces();
        Needs.Command("strace");
        using var ns = TestNamespace.Create();
        using var calls = new TemporaryFile("");
        var daemon = ns.Start("strace", ["-f", "-qq", "-e", "signal=none", "-o", calls.Path, Daemon.Program, "serve", "--tun", Daemon.Device, "--prefix", Daemon.Prefix]);
        daemon.WaitForOutput("PAGE", Patience);
        ns.Run("curl", "-s", "http://10.77.0.1/", "http://127.0.0.1:7070/healthz").MustSucceed();
        ns.Run("pkill", "-HUP", "-P", daemon.Pid.ToString(CultureInfo.InvariantCulture)).MustSucceed();
        ns.Run("pkill", "-TERM", "-P", daemon.Pid.ToString(CultureInfo.InvariantCulture)).MustSucceed();
        daemon.WaitForExit(Patience);

        var made = File.ReadLines(calls.Path).Select(line => Call().Match(line).Groups["name"].Value).Where(name => name.Length > 0).ToHashSet(StringComparer.Ordinal);
        Assert.Contains("ioctl", made);
        Assert.Empty(made.Except(Of("@system-service")));
        Assert.Empty(made.Intersect(Of("@privileged")));
    }

    private static string[] Settings(string name, string[] except) =>
        [.. File.ReadLines(Path.Combine(Units, name)).Where(line => line.Contains('=', StringComparison.Ordinal) && line[0] != '#' && !except.Contains(line.Split('=')[0]))];

    /// <summary>The system calls of one of systemd's groups, which may have groups inside.</summary>
    private static IEnumerable<string> Of(string group) => Analyze("syscall-filter", group).Output.Split('\n')
        .Skip(1).Select(line => line.Trim()).Where(line => line.Length > 0 && line[0] != '#')
        .SelectMany(line => line[0] == '@' ? Of(line) : [line]);

    private static CommandResult Analyze(params ReadOnlySpan<string> arguments)
    {
        Needs.Command("systemd-analyze");
        using var running = new RunningCommand("systemd-analyze", arguments);
        return running.WaitForExit(Patience).MustSucceed();
    }

    [GeneratedRegex(@"exposure level for \S+: (?<score>[\d.]+)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Score();

    [GeneratedRegex(@"^\d+ +(?<name>\w+)\(", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Call();
}
