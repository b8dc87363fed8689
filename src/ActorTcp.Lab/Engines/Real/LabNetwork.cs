using System.Net;
using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>
/// Two machines and a cable, as far as Linux is concerned: the clients' namespace, from which the flood comes too, and the server's, each with one end of a
/// pair of virtual Ethernet devices. Nothing leads out of them.
/// </summary>
internal sealed class LabNetwork : IDisposable
{
    public const string ClientLink = "clients0";
    public const string ServerLink = "server0";

    private static readonly IPAddress ClientSide = IPAddress.Parse("192.0.2.1");
    private static readonly IPAddress ServerSide = IPAddress.Parse("192.0.2.2");
    private static readonly IPNetwork Everything = IPNetwork.Parse("0.0.0.0/0");
    private const int LoopbackIndex = 1;

    /// <summary>Of the range that anybody may give out (IEEE 802c).</summary>
    private static readonly byte[] ClientMac = [0x02, 0, 0, 0, 0, 1];
    private static readonly byte[] ServerMac = [0x02, 0, 0, 0, 0, 2];

    public LabNetwork(SynSchedule schedule)
    {
        Clients = LabNamespace.Create();
        Server = LabNamespace.Create();
        Clients.Run(() =>
        {
            using var netlink = new NetlinkSocket();
            Require(new Links(netlink).AddPair(ClientLink, ClientMac, ServerLink, ServerMac, Server.Descriptor), "make a pair of virtual Ethernet devices");
            ClientLinkIndex = Bring(netlink, ClientLink, ClientSide);
            Sysctl.Write("net/ipv4/tcp_syn_linear_timeouts", schedule == SynSchedule.Linear ? SynTimes.LinearTimeouts : 0, mayBeMissing: schedule == SynSchedule.Exponential);
        });
        Server.Run(() =>
        {
            using var netlink = new NetlinkSocket();
            ServerLinkIndex = Bring(netlink, ServerLink, ServerSide);
            Require(new Routes(netlink).AddVia(Everything, ClientSide, ServerLinkIndex), "route to the clients");
            Sysctl.Write("net/ipv4/ip_forward", 1);
        });
        Clients.Run(() =>
        {
            using var netlink = new NetlinkSocket();
            Require(new Routes(netlink).AddVia(LabAddresses.Servers, ServerSide, ClientLinkIndex), "route to the server");
            Require(new Routes(netlink).AddLocal(LabAddresses.Clients, LoopbackIndex), "give the clients their addresses");
        });
    }

    public LabNamespace Clients { get; }

    public LabNamespace Server { get; }

    public int ClientLinkIndex { get; private set; }

    public int ServerLinkIndex { get; private set; }

    /// <summary>What a packet to the server looks like on the cable.</summary>
    public EthernetFrame ToServer { get; } = new(ServerMac, ClientMac);

    public void Dispose()
    {
        Clients.Dispose();
        Server.Dispose();
    }

    private static int Bring(NetlinkSocket netlink, string name, IPAddress address)
    {
        var links = new Links(netlink);
        var index = links.Find(name)?.Index ?? throw new LabException($"the device {name} has vanished");
        links.GenerateNoAddress(index);
        Require(new Addresses(netlink).Add(index, address, 30), $"give {name} the address {address}");
        Require(links.Up(index), $"bring {name} up");
        Sysctl.Write("net/ipv4/conf/all/rp_filter", 0);   // sources that cannot be are the point
        Sysctl.Write($"net/ipv4/conf/{name}/rp_filter", 0);
        return index;
    }

    private static void Require(Errno errno, string what)
    {
        if (errno != Errno.None)
        {
            throw new LabException($"cannot {what}: {errno.Text()}");
        }
    }
}
