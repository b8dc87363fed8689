using System.Net;
using ActorTcp.Linux;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>Devices that somebody has made before: attached where that is possible, and a clear word where it is not.</summary>
public sealed class APersistentTun : IDisposable
{
    private static readonly IPNetwork Prefix = IPNetwork.Parse("10.77.0.0/16");
    private static readonly TunOptions Options = new() { Name = "house0" };

    private readonly TestNamespace _namespace;

    public APersistentTun()
    {
        Needs.Namespaces();
        _namespace = TestNamespace.Create();
    }

    public void Dispose() => _namespace.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void With_many_queues_is_attached_with_one_or_more(int queues)
    {
        Ip("tuntap", "add", "house0", "mode", "tun", "multi_queue");
        Inside(() =>
        {
            using var tun = TunInterface.Open(Options with { Queues = queues });
            Assert.Equal(queues, tun.Queues.Count);
            Assert.Contains($"\"numqueues\":{queues}", Ip("-d", "-j", "link", "show", "house0"), StringComparison.Ordinal);
        });
    }

    [Fact]
    public void With_a_single_queue_is_attached_with_one_shard()
    {
        Ip("tuntap", "add", "house0", "mode", "tun");
        Inside(() => TunInterface.Open(Options).Dispose());
    }

    [Fact]
    public void With_a_single_queue_is_refused_to_two_shards()
    {
        Ip("tuntap", "add", "house0", "mode", "tun");
        Refused(TunFault.SingleQueue, Options with { Queues = 2 }, "has a single queue, but 2 are wanted");
    }

    [Fact]
    public void Is_left_as_it_was_found()
    {
        Ip("tuntap", "add", "house0", "mode", "tun", "multi_queue");
        Inside(() => TunInterface.Open(Options with { HostAddresses = [IPAddress.Parse("10.77.255.254")], Routes = [Prefix] }).Dispose());

        Assert.DoesNotContain(",UP", Ip("link", "show", "house0"), StringComparison.Ordinal);
        Assert.DoesNotContain("10.77.", Ip("address") + Ip("route"), StringComparison.Ordinal);
    }

    [Fact]
    public void That_is_up_and_routed_already_needs_no_privilege()
    {
        Ip("tuntap", "add", "house0", "mode", "tun", "multi_queue");
        Ip("link", "set", "house0", "up");
        Ip("route", "add", "10.77.0.0/16", "dev", "house0");
        Inside(() =>
        {
            Unprivileged.DropCapabilities();
            using var tun = TunInterface.Open(Options with { Routes = [Prefix] });
            Assert.Single(tun.Queues);
        });

        Assert.Contains("10.77.0.0/16", Ip("route"), StringComparison.Ordinal);
    }

    [Fact]
    public void That_another_process_is_attached_to_is_taken()
    {
        Inside(() =>
        {
            using var first = TunInterface.Open(Options with { Queues = 2 });
            Refused(TunFault.NameTaken, Options with { Queues = 2 }, "taken by another process");
        });
    }

    [Theory]
    [InlineData("lo", "another kind (hardware)")]
    [InlineData("tap0", "another kind (tun)")]
    [InlineData("pair0", "another kind (veth)")]
    public void Is_no_other_kind_of_interface(string name, string why)
    {
        Ip("tuntap", "add", "tap0", "mode", "tap");
        Ip("link", "add", "pair0", "type", "veth", "peer", "name", "pair1");
        Refused(TunFault.NameTaken, Options with { Name = name }, why);
    }

    [Fact]
    public void Cannot_have_a_prefix_that_is_routed_elsewhere()
    {
        Ip("tuntap", "add", "other0", "mode", "tun");
        Ip("link", "set", "other0", "up");
        Ip("route", "add", "10.77.0.0/16", "dev", "other0");
        Refused(TunFault.RouteExists, Options with { Routes = [Prefix] }, "the route 10.77.0.0/16 exists already on other0");
    }

    [Fact]
    public void Cannot_have_a_prefix_that_is_routed_to_nowhere()
    {
        Ip("route", "add", "blackhole", "10.77.0.0/16");
        Refused(TunFault.RouteExists, Options with { Routes = [Prefix] }, "exists already to nowhere");
    }

    [Fact]
    public void Cannot_have_an_ipv6_prefix_that_is_routed_elsewhere()
    {
        Ip("tuntap", "add", "other0", "mode", "tun");
        Ip("link", "set", "other0", "up");
        Ip("route", "add", "fd77::/64", "dev", "other0");
        Refused(TunFault.RouteExists, Options with { Routes = [IPNetwork.Parse("fd77::/64")] }, "the route fd77::/64 exists already on other0");
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("a/b")]
    [InlineData("a b")]
    [InlineData("a:1")]
    [InlineData("tun%s")]
    [InlineData("tun%d%d")]
    [InlineData("sixteen-letters-")]
    public void Cannot_have_a_name_that_no_interface_can_have(string name) =>
        Refused(TunFault.BadName, Options with { Name = name }, "cannot be an interface's name");

    [Fact]
    public void Is_not_made_without_the_capability()
    {
        Inside(() =>
        {
            Unprivileged.DropCapabilities();
            Assert.False(Capabilities.HasNetAdmin());
            var refused = Assert.Throws<TunException>(() => TunInterface.Open(Options));
            Assert.Equal(TunFault.NotPermitted, refused.Fault);
            Assert.Contains("needs CAP_NET_ADMIN", refused.Message, StringComparison.Ordinal);
        });
        Assert.True(Capabilities.HasNetAdmin());
    }

    [Fact]
    public void Is_not_made_where_there_is_no_driver()
    {
        var refused = TunException.NoTunDriver(Errno.ENOENT);
        Assert.StartsWith("cannot open /dev/net/tun: No such file or directory. Load the driver", refused.Message, StringComparison.Ordinal);
    }

    private void Refused(TunFault fault, TunOptions options, string why) => Inside(() =>
    {
        var refused = Assert.Throws<TunException>(() => TunInterface.Open(options));
        Assert.Equal(fault, refused.Fault);
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
    });

    private void Inside(Action test) => NetworkNamespace.RunIn(_namespace.Name, test);

    private string Ip(params ReadOnlySpan<string> arguments) => _namespace.Run("ip", arguments).MustSucceed().Output;
}
