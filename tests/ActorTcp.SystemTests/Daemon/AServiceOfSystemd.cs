using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The daemon as a service: what it tells systemd from start to end, and that SIGHUP reads its file again.</summary>
public sealed class AServiceOfSystemd : InANamespace
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [Fact]
    public void Says_that_it_is_ready_lives_reloads_and_ends()
    {
        using var systemd = new NotifyListener();
        using var file = new TemporaryFile("");
        var daemon = Start(systemd, file);
        Assert.Equal(["WATCHDOG=1"], systemd.Receive(Patience));
        Assert.Equal(["READY=1", "STATUS=serving on at0"], systemd.Receive(Patience));

        Write(file, HalfOpenPolicy.Cookies, shards: 2);
        daemon.Signal("HUP");
        Assert.Equal("RELOADING=1", systemd.Receive(Patience)[0]);
        Assert.Equal(["READY=1", "STATUS=reloaded, 1 changed, 1 to change at the next start"], systemd.Receive(Patience));
        daemon.WaitForError("note: policy: hybrid becomes cookies", Patience);
        daemon.WaitForError("warning: shards: 1 becomes 2 only when the daemon starts again", Patience);
        using (var client = KernelClient.Connect(Namespace, "10.77.0.1", 7))
        {
            Assert.Equal("the port is open as before", client.Exchange("the port is open as before"));
        }

        daemon.Signal("TERM");
        Assert.Equal("STOPPING=1", systemd.Receive(Patience)[0]);
        var end = DaemonEnd.Of(daemon.WaitForExit(Patience));
        Assert.Equal((0, 1), (end.ExitCode, end[Counter.SynCookiesReceived]));
    }

    [Fact]
    public void Goes_on_as_before_when_the_file_cannot_be()
    {
        using var systemd = new NotifyListener();
        using var file = new TemporaryFile("");
        var daemon = Start(systemd, file);
        systemd.Receive(Patience);
        systemd.Receive(Patience);

        File.WriteAllText(file.Path, "{");
        daemon.Signal("HUP");
        systemd.Receive(Patience);
        Assert.Equal(["READY=1", "STATUS=not reloaded: the configuration cannot be"], systemd.Receive(Patience));
        daemon.WaitForError("error: not reloaded, all stays as it was: ", Patience);
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
        Assert.Equal("still there", client.Exchange("still there"));
    }

    private RunningCommand Start(NotifyListener systemd, TemporaryFile file)
    {
        Write(file, HalfOpenPolicy.Hybrid, shards: 1);
        var daemon = Namespace.Start("env", ["--default-signal=HUP", $"NOTIFY_SOCKET={systemd.Address}", "WATCHDOG_USEC=600000000", Daemon.Program, "serve", "--config", file.Path]);
        daemon.WaitForOutput("READY", Patience);
        return daemon;
    }

    private static void Write(TemporaryFile file, HalfOpenPolicy policy, int shards) =>
        File.WriteAllText(file.Path, $$"""{ "tun": "at0", "prefix": ["10.77.0.0/16"], "policy": "{{policy.ToString().ToLowerInvariant()}}", "shards": {{shards}} }""");
}
