using ActorTcp.Cli;
using ActorTcp.Protocol;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary>"The command line decides before the environment, the environment before the file."</summary>
public sealed class ServeSettingsPrecedence
{
    [Fact]
    public void Without_anything_else_the_defaults_hold()
    {
        var options = Serve.Options("--prefix 10.77.0.0/16");
        Assert.Equal(["7=echo", "9=discard", "13=daytime", "19=chargen", "80=http"], options.Services.Select(service => service.ToString()));
        Assert.Equal(("at%d", 1, 20_000, null, false), (options.Tun, options.Shards, options.QueueLength, options.Mtu, options.NoRoutes));
        Assert.Equal((TimeSpan.FromSeconds(10), null), (options.Drain, options.HostAddresses));
    }

    [Fact]
    public void The_command_line_decides_before_the_environment_and_the_environment_before_the_file()
    {
        const string File = """{ "tun": "file", "shards": 2, "drain": 2.5 } // whatever""";
        var options = Serve.Options("--tun line --prefix 10.77.0.0/16", File, ("ACTORTCP_TUN", "variable"), ("ACTORTCP_SHARDS", "3"));
        Assert.Equal(("line", 3, 2.5), (options.Tun, options.Shards, options.Drain.TotalSeconds));
    }

    [Fact]
    public void A_list_is_replaced_not_lengthened()
    {
        var options = Serve.Options("--service 1=echo 2=echo --service 3=echo", """{ "service": ["4=echo"] }""", ("ACTORTCP_PREFIX", "10.1.0.0/16, fd77::/64"));
        Assert.Equal([1, 2, 3], options.Services.Select(service => (int)service.Port));
        Assert.Equal(["10.1.0.0/16", "fd77::/64"], options.Prefixes.Select(prefix => prefix.ToString()));
    }

    [Fact]
    public void Every_setting_can_stand_in_the_file()
    {
        var options = Serve.Options("", """
            {
              "tun": "at7", "prefix": ["10.1.0.0/16"], "service": "80=hello:a, b: c", "shards": 2, "queue-length": 100, "mtu": 1400,
              "host-address": ["10.9.0.1", "fd09::1"], "no-routes": true, "backlog": 6, "drain": 0, "status": true,
              "policy": "syn-cache", "half-open-limit": 5, "half-open-memory": 100000, "flood-enter": 60, "flood-leave": 10, "flood-hold-down": 2.5,
              "syns-per-source": 7, "syns-per-prefix": 8, "syn-acks-per-second": 9, "resets-per-second": 10, "cookie-rotation": 11,
              "congestion": "cubic", "ecn": "off", "mtu-probing": "always",
            }
            """);
        Assert.Equal(("at7", 2, 100, 1400), (options.Tun, options.Shards, options.QueueLength, options.Mtu));
        Assert.Equal((true, 6, TimeSpan.Zero, true), (options.NoRoutes, options.Backlog, options.Drain, options.Status));
        Assert.Equal((CongestionAlgorithm.Cubic, EcnMode.Off, MtuProbing.Always), (options.Congestion.Algorithm, options.Congestion.Ecn, options.Congestion.MtuProbing));
        var defence = options.Defence;
        Assert.Equal((HalfOpenPolicy.SynCache, 5, 100_000), (defence.Policy, defence.HalfOpenLimit, defence.HalfOpenMemory));
        Assert.Equal((0.6, 0.1, 2.5), (defence.Flood.Enter, defence.Flood.Leave, defence.Flood.HoldDown.TotalSeconds));
        Assert.Equal((7, 8, 9, 10), (defence.Budgets!.PerSource, defence.Budgets.PerPrefix, defence.SynAcksPerSecond, defence.ResetsPerSecond));
        Assert.Equal(11, defence.SynCookies.Rotation.TotalSeconds);
        Assert.Equal(["10.9.0.1", "fd09::1"], options.HostAddresses!.Select(address => address.ToString()));
        Assert.Equal(new ServiceBinding(80, "hello", "a, b: c"), Assert.Single(options.Services));
    }

    [Fact]
    public void The_key_of_the_cookies_comes_from_a_file_of_its_own()
    {
        using var key = new TemporaryFile("000102030405060708090a0b0c0d0e0f\n");
        Assert.Equal(Enumerable.Range(0, 16).Select(i => (byte)i), Serve.Options($"--no-routes --cookie-key-file {key.Path}").Defence.SynCookies.Key.ToArray());
        Assert.True(Serve.Options("--no-routes").Defence.SynCookies.Key.IsEmpty);
    }

    [Fact]
    public void A_switch_can_be_set_and_unset_by_a_variable()
    {
        Assert.True(Serve.Options("", null, ("ACTORTCP_NO_ROUTES", "yes")).NoRoutes);
        Assert.False(Serve.Options("--prefix 10.1.0.0/16", """{ "no-routes": true }""", ("ACTORTCP_NO_ROUTES", "0")).NoRoutes);
        Assert.False(Serve.Options("--prefix 10.1.0.0/16", null, ("ACTORTCP_NO_ROUTES", "")).NoRoutes);
    }

    [Fact]
    public void The_file_itself_can_be_named_by_a_variable()
    {
        using var file = new TemporaryFile("""{ "prefix": "10.1.0.0/16", "tun": "file" }""");
        Assert.Equal("file", Serve.Options("", null, ("ACTORTCP_CONFIG", file.Path)).Tun);
    }

    [Theory]
    [InlineData("auto", null)]
    [InlineData("none", "")]
    [InlineData("10.9.0.1", "10.9.0.1")]
    public void The_host_address_is_chosen_refused_or_given(string value, string? addresses)
    {
        var options = Serve.Options($"--prefix 10.77.0.0/16 --host-address {value}");
        Assert.Equal(addresses, options.HostAddresses is { } given ? string.Join(' ', given) : null);
    }
}
