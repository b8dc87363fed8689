using System.Runtime.Versioning;

namespace ActorTcp.SystemTests;

/// <summary><c>actortcp lab run</c> with real packets, in a form that takes seconds.</summary>
[SupportedOSPlatform("linux")]
public sealed class ALaboratory
{
    private const string Clients = """ "clients": { "count": 60, "perSecond": 100, "after": 0.5, "patience": 2 }, "duration": 1, "halfOpenLimit": 256 """;
    private const string Short = $$"""{ "name": "short", "engine": "tun", "subjects": ["textbook", "hybrid", "kernel-1"], "flood": { "rates": [0, 5000] }, {{Clients}} }""";
    private const string Long = $$"""{ "name": "long", "engine": "tun", "subjects": ["hybrid", "textbook", "kernel-1"], "duration": 600 }""";

    public ALaboratory() => Needs.Namespaces();

    [Fact]
    public void Floods_the_stack_and_the_kernel_while_clients_of_the_kernel_connect()
    {
        using var run = new LabRunOfTests([], Short);
        run.WaitForExit().MustSucceed();

        Assert.All(["textbook", "hybrid", "kernel-1"], subject => Assert.Equal(1, run.Share(subject, flooded: false)));
        Assert.Equal(0, run.Share("textbook", flooded: true));
        Assert.All(["hybrid", "kernel-1"], subject => Assert.Equal(1, run.Share(subject, flooded: true)));
        Assert.All(["report.html", "data.csv"], file => Assert.True(run.Has(file), file));
    }

    [Fact]
    public void Writes_what_it_has_measured_when_it_is_ended_early()
    {
        using var run = new LabRunOfTests([], Long);
        run.WaitForTrial(1);
        run.Command.Signal("INT");
        run.WaitForExit().MustSucceed();

        Assert.True(run.Data().GetProperty("interrupted").GetBoolean());
        Assert.Equal(1, run.Data().GetProperty("trials").GetArrayLength());
        Assert.True(run.Has("report.html"));
    }

    [Fact]
    public void Leaves_nothing_behind_when_it_is_killed()
    {
        var before = NetworksOf(Directory.GetDirectories("/proc/self/task"));
        using var run = new LabRunOfTests([], Long);
        run.WaitForTrial(1);
        var made = NetworksOf(Directory.GetDirectories($"/proc/{run.Command.Pid}/task")).Except(before).ToHashSet();
        Assert.Single(made);   // the flood's and the clients' threads; the server's own has gone back
        run.Command.Signal("KILL");
        Assert.NotEqual(0, run.WaitForExit().ExitCode);

        Assert.DoesNotContain(NetworksOf(Directory.GetDirectories("/proc").Where(path => int.TryParse(Path.GetFileName(path), out _))), made.Contains);
        Assert.DoesNotContain(Directory.Exists("/run/netns") ? Directory.GetFiles("/run/netns") : [], name => name.Contains("lab", StringComparison.Ordinal));
        Assert.False(run.Has("data.json"));
    }

    [Fact]
    public void Works_for_a_user_with_a_tun_device_in_a_user_namespace()
    {
        Needs.Command("setpriv");
        Needs.UserNamespaces();
        using var run = new LabRunOfTests(
            Unprivileged.WithTun, $$"""{ "name": "rootless", "engine": "tun", "subjects": ["hybrid"], "flood": { "rates": [0, 1000] }, {{Clients}} }""");
        run.WaitForExit().MustSucceed();
        Assert.Equal(1, run.Share("hybrid", flooded: false));
    }

    /// <summary>The network namespaces of some processes or threads, as far as they may be known.</summary>
    private static HashSet<string> NetworksOf(IEnumerable<string> tasks) => [.. tasks.Select(Network).OfType<string>()];

    private static string? Network(string task)
    {
        try
        {
            return new FileInfo(Path.Combine(task, "ns/net")).LinkTarget;
        }
        catch (IOException)
        {
            return null;   // it has ended meanwhile
        }
    }
}
