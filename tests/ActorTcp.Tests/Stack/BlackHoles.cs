using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 4821: a path that drops large packets without a word is found out, and so is how large they may be.</summary>
[Rule("RFC 4821", "§7.7")]
public sealed class BlackHoles
{
    private const int Octets = 2_000_000;
    private const string V4 = "10.1.0.1:80";
    private const string V6 = "[fd01::1]:80";

    private readonly VirtualNetwork _network = new();
    private readonly Talker _receiver = new(0, Octets) { ClosesFirst = false };

    [Theory, InlineData(V4, 1300), InlineData(V4, 300), InlineData(V6, 1300), Rule("RFC 4821", "§7.3")]
    public void Smaller_packets_are_tried_and_then_the_largest_that_pass(string address, int carried)
    {
        var server = Serve(address, new LinkQuality { PathMtu = carried, IsMute = true });

        _network.Run(() => _receiver.Octets == Octets);

        Assert.InRange(MtuOf(server), carried - 8, carried);
        Assert.InRange(server.Stack.Count(Counter.BlackHoles), 1, 3);
        Assert.InRange(server.Stack.Count(Counter.MtuProbesArrived), 1, 8);
        Assert.InRange(server.Stack.Count(Counter.MtuProbesLost), 1, 8);
    }

    [Fact]
    public void Without_probing_nothing_arrives()
    {
        var server = Serve(V4, new LinkQuality { PathMtu = 1300, IsMute = true }, MtuProbing.Off);

        _network.Run(TimeSpan.FromMinutes(1));

        Assert.Equal((0, 0), (_receiver.Octets, server.Stack.Count(Counter.BlackHoles)));
    }

    [Fact]
    public void IPv6_is_carried_in_1280_octets_everywhere()
    {
        var server = Serve(V6, new LinkQuality { PathMtu = 1000, IsMute = true });

        _network.Run(TimeSpan.FromMinutes(1));

        Assert.Equal(1280, MtuOf(server));
    }

    [Theory, InlineData(V4), InlineData(V6), Rule("RFC 4821", "§7.2")]
    public void Who_always_probes_begins_small_and_loses_nothing_on_a_path_without_fault(string address)
    {
        var server = Serve(address, LinkQuality.Perfect, MtuProbing.Always);

        _network.Run(() => _receiver.Octets == Octets);

        Assert.Equal(1500, MtuOf(server));
        Assert.Equal((1, 0), (server.Stack.Count(Counter.MtuProbesArrived), server.Stack.Count(Counter.SegmentsRetransmitted)));
    }

    private VirtualHost Serve(string address, LinkQuality link, MtuProbing probing = MtuProbing.OnBlackHole)
    {
        var server = _network.Join(Hosts.ServerPrefixes, link: link);
        var client = _network.Join(Hosts.ClientPrefixes);
        server.Listen(new ListenOptions { Port = 80, Protocol = new Talker(Octets, 0), Connection = new ConnectionSettings { MtuProbing = probing } });
        client.Connect(address, address == V4 ? "10.2.0.1:0" : "[fd02::1]:0", _receiver);
        return server;
    }

    private static int MtuOf(VirtualHost server) => Assert.Single(server.Stack.Routers[0].Flows.ToArray()).Tcb.Mtu;
}
