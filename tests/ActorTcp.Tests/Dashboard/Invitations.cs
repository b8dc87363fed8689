using System.Net;
using ActorTcp.Dashboard;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Dashboard;

/// <summary>Who has not connected yet reads how to.</summary>
public sealed class Invitations
{
    [Theory]
    [InlineData("curl http://10.77.1.2/", 80, "10.77.0.0/16"), InlineData("curl http://[fd77::2]/", 80, "fd77::/64"), InlineData("curl http://10.1.2.2/", 80, "10.1.2.0/24")]
    [InlineData("curl http://10.1.2.3/", 80, "10.1.2.3/32"), InlineData("curl http://ADDRESS/", 80, "0.0.0.0/0"), InlineData("nc 10.77.1.2 7", 7, "10.77.0.0/16")]
    [InlineData("nc fd77::2 7", 7, "fd77::/64"), InlineData("nc 10.77.1.2 4321", 0, "10.77.0.0/16")]
    public void Name_an_address_of_the_listener(string command, int port, string prefix) => Assert.Equal(command, Invitation.To([Listener(port, prefix)]));

    [Fact]
    public void Prefer_the_listener_that_a_browser_speaks_to() => Assert.Equal("curl http://10.2.1.2/", Invitation.To([Listener(0, "10.1.0.0/16"), Listener(7, "10.1.0.0/16"), Listener(80, "10.2.0.0/16")]));

    [Fact]
    public void Are_not_written_where_nobody_listens() => Assert.Null(Invitation.To([]));

    private static ListenerReading Listener(int port, string prefix) => new((ushort)port, [IPNetwork.Parse(prefix)], null, HalfOpenPolicy.Hybrid, Pressure.Calm, 0, 100, 0, 0, 64);
}
