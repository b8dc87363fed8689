using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using ActorTcp.Linux;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>A network that the machine does not see, for the length of an action.</summary>
public sealed class ANetworkNamespace
{
    public ANetworkNamespace() => Needs.Namespaces();

    [Fact]
    public void Begins_with_a_loopback_that_is_up_and_nothing_else()
    {
        NetworkNamespace.RunInNew(() =>
        {
            using var listener = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(IPAddress.Loopback, 80));
            listener.Listen();
            using var client = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            client.Connect(IPAddress.Loopback, 80);
            Assert.Equal("lo", Assert.Single(NetworkInterface.GetAllNetworkInterfaces()).Name);
        });
    }

    [Fact]
    public void Is_not_the_callers()
    {
        NetworkNamespace.RunInNew(() =>
        {
            using var inside = TunInterface.Open(new TunOptions { Name = "actortcp-test" });
            Assert.Contains(NetworkInterface.GetAllNetworkInterfaces(), link => link.Name == "actortcp-test");
        });
        Assert.DoesNotContain(NetworkInterface.GetAllNetworkInterfaces(), link => link.Name == "actortcp-test");
    }

    [Fact]
    public void Lets_out_what_the_action_throws() =>
        Assert.Throws<TimeoutException>(() => NetworkNamespace.RunInNew(() => throw new TimeoutException()));

    [Fact]
    public void Can_be_entered_by_name()
    {
        using var named = TestNamespace.Create();
        named.Run("ip", "tuntap", "add", "named0", "mode", "tun").MustSucceed();

        NetworkNamespace.RunIn(named.Name, () => Assert.Contains(NetworkInterface.GetAllNetworkInterfaces(), link => link.Name == "named0"));
    }

    [Fact]
    public void That_nobody_has_made_cannot_be_entered()
    {
        var refused = Assert.Throws<IOException>(() => NetworkNamespace.RunIn("actortcp-nobody", () => { }));
        Assert.Equal("cannot enter the network namespace actortcp-nobody: No such file or directory", refused.Message);
    }

    [Fact]
    public void Is_not_made_without_the_capability()
    {
        Assert.True(NetworkNamespace.CanMakeNew());
        NetworkNamespace.RunInNew(() =>
        {
            Unprivileged.DropCapabilities();
            Assert.False(NetworkNamespace.CanMakeNew());
            Assert.Throws<UnauthorizedAccessException>(NetworkNamespace.EnterNew);
        });
    }
}
