using System.Net;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>Which listener takes a SYN.</summary>
public sealed class ListenerTables
{
    private readonly ListenerTable _table = new();
    private readonly LoneStack _stack = new();

    [Fact]
    public void Prefer_the_port_then_the_longest_prefix()
    {
        var (any, wide, narrow, anyPort) = (Add("0.0.0.0/0", 80), Add("10.0.0.0/8", 80), Add("10.1.0.0/16", 80), Add("10.1.2.3/32", 0));
        Assert.Equal(narrow, Find("10.1.2.3", 80));
        Assert.Equal(wide, Find("10.2.2.3", 80));
        Assert.Equal(any, Find("192.0.2.1", 80));
        Assert.Equal(anyPort, Find("10.1.2.3", 81));
        Assert.Null(Find("10.1.2.4", 81));
    }

    [Fact]
    public void Keep_the_versions_of_ip_apart()
    {
        var v6 = Add("::/0", 80);
        Assert.Null(Find("10.1.2.3", 80));
        Assert.Equal(v6, Find("2001:db8::1", 80));
        var v4 = Add("0.0.0.0/0", 80);
        Assert.Equal(v4, Find("10.1.2.3", 80));
        Assert.Equal(v6, Find("2001:db8::1", 80));
    }

    [Fact]
    public void Take_the_mapped_prefix_for_all_of_ipv4()
    {
        var mapped = Add("::ffff:0:0/96", 80);
        Assert.Equal(mapped, Find("10.1.2.3", 80));
        Assert.Null(Find("2001:db8::1", 80));
    }

    [Theory]
    [InlineData("10.1.0.0/16", "10.1.255.255", true), InlineData("10.1.0.0/16", "10.2.0.0", false), InlineData("10.1.2.3/32", "10.1.2.3", true)]
    [InlineData("fd00::/8", "fdff::1", true), InlineData("fd00::/8", "fe00::1", false), InlineData("fd00::/64", "fd00::ffff:0:0:1", true)]
    [InlineData("fd00::/65", "fd00::8000:0:0:1", false), InlineData("fd00::1/128", "fd00::1", true), InlineData("fd00::1/128", "fd00::2", false)]
    public void Know_what_a_prefix_contains(string prefix, string address, bool contains) =>
        Assert.Equal(contains, Prefix.From(IPNetwork.Parse(prefix)).Contains(IpAddr.Parse(address)));

    [Fact]
    public void Forget_a_listener_with_all_of_its_prefixes()
    {
        var listener = Add("10.0.0.0/8", 80);
        _table.Add(Prefix.From(IPNetwork.Parse("fd00::/8")), 80, listener);
        var other = Add("0.0.0.0/0", 80);
        _table.Remove(listener);
        Assert.Equal(other, Find("10.1.2.3", 80));
        Assert.Null(Find("fd00::1", 80));
    }

    private ListenerActor Add(string prefix, ushort port)
    {
        var listener = new ListenerActor(_stack.Router, new TcpListener(_stack.Stack, new ListenOptions { Port = port }));
        _table.Add(Prefix.From(IPNetwork.Parse(prefix)), port, listener);
        return listener;
    }

    private ListenerActor? Find(string address, ushort port) => _table.Find(IpAddr.Parse(address), port);
}
