using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The plumbing that every other system test stands on.</summary>
public sealed class ATestNamespace
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public ATestNamespace() => Needs.Namespaces();

    [Fact]
    public void Tells_how_a_command_ended_and_what_it_said()
    {
        using var ns = TestNamespace.Create();

        var result = ns.Run("sh", "-c", "echo out; echo err >&2; exit 3");

        Assert.Equal((3, "out\n", "err\n"), (result.ExitCode, result.Output, result.Error));
        Assert.Contains("ended with 3", Assert.Throws<InvalidOperationException>(result.MustSucceed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_commands_apart_from_the_machine()
    {
        using var ns = TestNamespace.Create();
        Assert.Equal("lo\n", ns.Run("ls", "/sys/class/net").Output);
    }

    [Fact]
    public void Talks_with_what_it_has_started_and_lets_it_end_by_a_signal()
    {
        using var ns = TestNamespace.Create();
        var shell = ns.Start("sh", "-c", "trap 'echo bye; exit 5' TERM; read line; echo got $line; while :; do sleep 0.02; done");
        shell.Input.WriteLine("word");
        shell.Input.Flush();
        shell.WaitForOutput("got word", Patience);

        shell.Signal("TERM");

        Assert.Equal(5, shell.WaitForExit(Patience).ExitCode);
    }

    [Fact]
    public void Kills_what_still_runs_when_it_is_disposed()
    {
        int pid;
        using (var ns = TestNamespace.Create())
        {
            pid = ns.Start("cat").Pid;
            Assert.True(Directory.Exists($"/proc/{pid}"));
        }

        Assert.False(Directory.Exists($"/proc/{pid}"));
    }

    [Fact]
    public void Loses_patience_with_a_command_that_does_not_end()
    {
        using var ns = TestNamespace.Create();
        ns.Patience = TimeSpan.FromMilliseconds(50);
        Assert.Throws<TimeoutException>(() => ns.Run("cat"));
    }
}
