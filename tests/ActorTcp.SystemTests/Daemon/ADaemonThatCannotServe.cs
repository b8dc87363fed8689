using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>Bad input ends with 2 and the valid values, a machine that refuses with 1 and the reason; neither with a stack trace.</summary>
public sealed class ADaemonThatCannotServe : InANamespace
{
    [Theory]
    [InlineData("--service 7=ecco", "Valid: echo, discard, daytime, chargen, http, close, hello:TEXT")]
    [InlineData("--service 70000=echo", "Valid: 1 to 65535")]
    [InlineData("--prefix 10.77.0.0", "Valid: ADDRESS/LENGTH")]
    [InlineData("--prefix 10.77.0.0/33", "Valid: ADDRESS/LENGTH")]
    [InlineData("--prefix 10.77.0.1/16", "Did you mean 10.77.0.0/16?")]
    [InlineData("--shards 0", "Valid: 1 to 256")]
    [InlineData("--drain soon", "Valid: seconds")]
    [InlineData("--tunnel at0", "--tunnel")]
    public void Names_the_values_that_are_valid(string option, string hint) =>
        Refused(2, hint, Namespace.Run(Daemon.Program, ["serve", "--prefix", Daemon.Prefix, .. option.Split(' ')]));

    [Fact]
    public void Says_that_the_name_belongs_to_another_kind_of_interface()
    {
        Namespace.Run("ip", "link", "add", Daemon.Device, "type", "veth").MustSucceed();
        Refused(1, "another kind (veth)", Serve());
    }

    [Fact]
    public void Says_that_another_daemon_has_the_device()
    {
        Daemon.Start(Namespace);
        Refused(1, "another process", Serve());
    }

    [Fact]
    public void Says_which_capability_is_missing()
    {
        Needs.Command("setpriv");
        Refused(1, "CAP_NET_ADMIN", Serve("setpriv", "--bounding-set", "-net_admin", "--inh-caps", "-net_admin"));
    }

    private static void Refused(int exitCode, string why, CommandResult result)
    {
        Assert.True(exitCode == result.ExitCode, result.ToString());
        Assert.Contains(why, result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ActorTcp.", result.Error, StringComparison.Ordinal);
        Assert.Equal("", result.Output);
    }

    private CommandResult Serve(params string[] prelude)
    {
        string[] words = [.. prelude, Daemon.Program, "serve", "--tun", Daemon.Device, "--prefix", Daemon.Prefix];
        return Namespace.Run(words[0], words.AsSpan(1));
    }
}
