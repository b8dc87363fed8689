using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>One small language says which connections somebody wants to see.</summary>
public sealed class ConnectionFilters
{
    private static readonly FourTuple Tuple = new(Address("10.77.1.2"), 80, Address("10.9.0.1"), 4711);
    private static readonly FourTuple TupleV6 = new(Address("fd77::2"), 80, Address("fd09::1"), 4711);

    [Theory]
    [InlineData("")]
    [InlineData("port 80")]
    [InlineData("port 4711")]
    [InlineData("sport 80 and dport 4711")]
    [InlineData("sport 80 dport 4711")]
    [InlineData("src 10.77.0.0/16")]
    [InlineData("dst 10.9.0.1")]
    [InlineData("host 10.9.0.0/24")]
    [InlineData("state established")]
    [InlineData("state ESTAB")]
    [InlineData("state connected")]
    [InlineData("not state time-wait")]
    [InlineData("id 5")]
    [InlineData("port 22 or port 80")]
    [InlineData("port 80 or port 22 and id 6")]
    [InlineData("not (port 22 or dst 10.8.0.0/16) and id 5")]
    [InlineData("src 0.0.0.0/0")]
    public void Let_through_what_fits(string filter) => Assert.True(ConnectionFilter.Parse(filter).Fits(in Tuple, TcpState.Established, 5));

    [Theory]
    [InlineData("port 81")]
    [InlineData("sport 4711")]
    [InlineData("dport 80")]
    [InlineData("src 10.9.0.1")]
    [InlineData("dst 10.77.0.0/16")]
    [InlineData("src ::/0")]
    [InlineData("state listen")]
    [InlineData("state half-open")]
    [InlineData("not port 80")]
    [InlineData("id 6")]
    [InlineData("(port 80 or port 22) and id 6")]
    public void Hold_back_what_does_not(string filter) => Assert.False(ConnectionFilter.Parse(filter).Fits(in Tuple, TcpState.Established, 5));

    [Fact]
    public void Know_IPv6() => Assert.True(ConnectionFilter.Parse("src fd77::/64 and dst fd09::1").Fits(in TupleV6, TcpState.Established, null));

    [Theory]
    [InlineData("prot 80", "'prot' is not understood. Valid:\nport N")]
    [InlineData("port", "'port' is followed by a port, 0 to 65535")]
    [InlineData("port http", "'http' is not a port, 0 to 65535")]
    [InlineData("port 70000", "'70000' is not a port, 0 to 65535")]
    [InlineData("state open", "unknown state 'open'. Valid: closed, listen")]
    [InlineData("src net", "'net' is neither an address nor a prefix")]
    [InlineData("port 80 and", "the filter ends too soon")]
    [InlineData("(port 80", "the filter ends too soon")]
    [InlineData("port 80)", "')' is not understood")]
    [InlineData("id x", "'x' is not the number of a connection")]
    public void Name_the_valid_words_when_they_are_wrong(string filter, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => ConnectionFilter.Parse(filter)).Message, StringComparison.Ordinal);

    private static IpAddr Address(string text) => IpAddr.From(IPAddress.Parse(text));
}
