using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.SystemTests;

/// <summary>SIGTERM and SIGINT: what is under way may end in time, and nothing is left behind.</summary>
public sealed class ADaemonThatIsToEnd : InANamespace
{
    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void Ends_well_at_once_when_nobody_is_connected_and_takes_its_device_along(string signal)
    {
        var daemon = Daemon.Start(Namespace, "--drain", "60");

        daemon.Signal(signal);

        Assert.Equal(0, daemon.WaitForExit().ExitCode);
        Assert.DoesNotContain(Daemon.Device, Namespace.Run("ip", "link").Output, StringComparison.Ordinal);
        Assert.Equal("", Namespace.Run("ip", "route").Output);
    }

    [Fact]
    public void Lets_a_transfer_that_is_under_way_end()
    {
        var daemon = Daemon.Start(Namespace, "--drain", "60");
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
        client.Send(new byte[300_000]);

        daemon.Signal("TERM");
        daemon.WaitForError("draining 1 ");
        client.Shutdown(SocketShutdown.Send);

        Assert.Equal(300_000, client.Drain());
        var end = daemon.WaitForExit();
        Assert.Equal((0, 0), (end.ExitCode, end[Counter.ResetsOut]));
    }

    [Fact]
    public void Takes_no_new_connections()
    {
        var daemon = Daemon.Start(Namespace, "--drain", "60");
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
        daemon.Signal("TERM");
        daemon.WaitForError("draining 1 ");

        var refused = Assert.Throws<SocketException>(() => KernelClient.Connect(Namespace, "10.77.0.1", 7));

        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
        Assert.Equal("the old one goes on", client.Exchange("the old one goes on"));
    }

    [Fact]
    public void Resets_what_is_still_idle_at_the_deadline()
    {
        var daemon = Daemon.Start(Namespace, "--drain", "0.3");
        using var client = KernelClient.Connect(Namespace, "fd77::1", 7);

        daemon.Signal("TERM");

        Assert.Equal(SocketError.ConnectionReset, client.Failure());
        var end = daemon.WaitForExit();
        Assert.Equal((0, 1), (end.ExitCode, end[Counter.ResetsOut]));
        Assert.Contains("reset 1 ", end.Result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TERM")]
    [InlineData("INT")]
    public void Ends_at_once_when_it_is_asked_twice(string signal)
    {
        var daemon = Daemon.Start(Namespace, "--drain", "3600");
        using var client = KernelClient.Connect(Namespace, "10.77.0.1", 7);
        daemon.Signal(signal);
        daemon.WaitForError("draining 1 ");

        daemon.Signal(signal);

        Assert.NotEqual(0, daemon.WaitForExit().ExitCode);
        Assert.DoesNotContain(Daemon.Device, Namespace.Run("ip", "link").Output, StringComparison.Ordinal);
    }
}
