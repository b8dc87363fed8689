using System.Net.Sockets;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.10.1, active OPEN, from stack to stack.</summary>
public sealed class ActiveOpens
{
    private readonly VirtualNetwork _network = new();
    private readonly VirtualHost _server;
    private readonly VirtualHost _client;

    public ActiveOpens() => (_server, _client) = (_network.Join(Hosts.ServerPrefixes), _network.Join(Hosts.ClientPrefixes));

    [Rule("RFC 9293", "MUST-43")]
    [Theory, InlineData("10.1.0.1:80", "10.2.0.1:0"), InlineData("[fd01::1]:80", "[fd02::1]:0")]
    public void Carry_text_both_ways_and_end_in_order(string remote, string local)
    {
        var (server, client) = (new Talker(300_000, 200_000), new Talker(200_000, 300_000));
        _server.Listen(80, server);
        _client.Connect(remote, local, client);
        _network.Run(() => server.Ends + client.Ends == 2);
        Assert.Empty(server.Faults.Concat(client.Faults));
        Assert.Equal((1, 1), (server.EndsBy(ConnectionEnd.Closed), client.EndsBy(ConnectionEnd.Closed)));
    }

    [Fact]
    public void Count_the_same_on_both_sides_when_nothing_is_lost()
    {
        var (server, client) = (new Talker(50_000, 70_000) { ClosesFirst = false }, new Talker(70_000, 50_000));
        _server.Listen(80, server);
        for (var i = 0; i < 10; i++)
        {
            _client.Connect("10.1.0.1:80", "10.2.0.1:0", client);
        }

        Assert.True(_network.RunUntilIdle(TimeSpan.FromMinutes(5)));
        Assert.Equal(_client.Stack.Count(Counter.SegmentsOut), _server.Stack.Count(Counter.SegmentsIn));
        Assert.Equal(_server.Stack.Count(Counter.SegmentsOut), _client.Stack.Count(Counter.SegmentsIn));
        Assert.Equal(_client.Stack.Count(Counter.OctetsOut), _server.Stack.Count(Counter.OctetsIn));
        Assert.Equal((10, 0), (_client.Stack.Count(Counter.ActiveOpens), _client.Stack.Count(Counter.PassiveOpens)));
        Assert.Equal((0, 10), (_server.Stack.Count(Counter.ActiveOpens), _server.Stack.Count(Counter.PassiveOpens)));
        Assert.All([_server, _client], host =>
        {
            Assert.Equal(10, host.Stack.Count(Counter.Established));
            Assert.Equal(0, host.Stack.Count(Counter.SegmentsRetransmitted));
            Assert.Equal(0, host.Stack.Count(Counter.AttemptsFailed) + host.Stack.Count(Counter.EstablishedResets));
            host.AssertNothingIsLeft();
        });
        Assert.Equal(10, _client.Stack.Count(Counter.TimeWaitEntered));
    }

    [Fact]
    public void Are_refused_where_nobody_listens()
    {
        var client = new Talker(1, 1);
        _client.Connect("10.1.0.1:81", "10.2.0.1:0", client);
        _network.Run(() => client.Ends == 1);
        Assert.Equal(1, client.EndsBy(ConnectionEnd.Refused));
        Assert.Equal((0, 1), (client.Opens, _client.Stack.Count(Counter.AttemptsFailed)));
        Assert.Equal(TimeSpan.FromMilliseconds(20), _network.Now);
    }

    [Fact]
    public void Time_out_where_nobody_is()
    {
        var client = new Talker(1, 1);
        _client.Connect("10.3.0.1:80", "10.2.0.1:0", client);
        _network.Run(() => client.Ends == 1);
        Assert.Equal(1, client.EndsBy(ConnectionEnd.TimedOut));
        Assert.InRange(_network.Now, ConnectionSettings.Default.SynTimeout, ConnectionSettings.Default.SynTimeout + TimeSpan.FromSeconds(1));
        Assert.InRange(_client.Stack.Count(Counter.SynAcksRetransmitted), 6, 8);
        _client.AssertNothingIsLeft();
    }

    [Rule("RFC 9293", "MUST-46")]
    [Theory, InlineData("255.255.255.255:80", "10.2.0.1:0"), InlineData("224.0.0.1:80", "10.2.0.1:0"), InlineData("[ff02::1]:80", "[fd02::1]:0")]
    [InlineData("10.1.0.1:80", "[fd02::1]:0"), InlineData("10.1.0.1:80", "0.0.0.0:0"), InlineData("10.1.0.1:0", "10.2.0.1:0")]
    public void Cannot_be_asked_for_what_is_no_host(string remote, string local)
    {
        var failure = Assert.Throws<SocketException>(() => _client.Connect(remote, local, new Discard()));
        Assert.Equal(SocketError.AddressNotAvailable, failure.SocketErrorCode);
    }

    [Fact]
    [Rule("RFC 6056", "§3.3.3")]
    public void Take_each_port_once_and_say_when_none_is_left()
    {
        var server = new Talker(0, 0) { ClosesFirst = false };
        _server.Listen(80, server);
        var (holding, refused) = (new Holding(), 0);
        for (var i = 0; i < 32_768 + 5; i++)
        {
            _client.Connect("10.1.0.1:80", "10.2.0.1:0", holding, () => refused++);
        }

        _network.Run(() => holding.Ports.Count + refused == 32_768 + 5);
        Assert.Equal((32_768, 5), (holding.Ports.Count, refused));
        Assert.Equal((32768, 65535), (holding.Ports.Min(), holding.Ports.Max()));

        // Another source address has ports of its own.
        _client.Connect("10.1.0.1:80", "10.2.0.2:0", holding, () => refused++);
        _network.Run(() => _client.Stack.Connections == 32_769);
        Assert.Equal(5, refused);
    }

    [Fact]
    public void Do_not_share_a_tuple_that_is_in_use_or_in_time_wait()
    {
        var (server, client, refused) = (new Talker(0, 0) { ClosesFirst = false }, new Talker(0, 0), 0);
        _server.Listen(80, server);
        _client.Connect("10.1.0.1:80", "10.2.0.1:5000", client, () => refused++);
        _client.Connect("10.1.0.1:80", "10.2.0.1:5000", client, () => refused++);
        _network.Run(() => client.Ends == 1);
        Assert.Equal((1, 1), (refused, _client.Stack.TimeWaits));
        _client.Connect("10.1.0.1:80", "10.2.0.1:5000", client, () => refused++);
        _network.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(2, refused);
        _network.Run(TimeSpan.FromMinutes(2));
        _client.Connect("10.1.0.1:80", "10.2.0.1:5000", client, () => refused++);
        _network.Run(() => client.Ends == 2);
        Assert.Equal(2, refused);
    }

    /// <summary>RFC 9293 §3.5, Figure 7.</summary>
    [Fact]
    [SubtleCase(1)]
    public void May_cross_and_make_one_connection()
    {
        var (one, other) = (new Talker(10_000, 20_000), new Talker(20_000, 10_000));
        _server.Connect("10.2.0.1:5000", "10.1.0.1:5000", one);
        _client.Connect("10.1.0.1:5000", "10.2.0.1:5000", other);
        _network.Run(() => one.Ends + other.Ends == 2);
        Assert.Empty(one.Faults.Concat(other.Faults));
        Assert.Equal((1, 1), (one.EndsBy(ConnectionEnd.Closed), other.EndsBy(ConnectionEnd.Closed)));
        Assert.All([_server, _client], host => Assert.Equal((1, 0), (host.Stack.Count(Counter.ActiveOpens), host.Stack.Count(Counter.PassiveOpens))));
    }

    [Fact]
    [SubtleCase(34)]
    public void Reach_a_listener_of_their_own_stack_but_not_themselves()
    {
        var (server, client, refused) = (new Talker(1000, 500), new Talker(500, 1000), 0);
        _server.Listen(80, server);
        _server.Connect("10.1.0.1:80", "10.1.0.1:0", client);
        _network.Run(() => server.Ends + client.Ends == 2);
        Assert.Empty(server.Faults.Concat(client.Faults));
        _server.Connect("10.1.0.1:81", "10.1.0.1:81", client, () => refused++);
        _network.Run(TimeSpan.FromSeconds(1));
        Assert.Equal(1, refused);
    }

    /// <summary>RFC 1191, RFC 8201: the path is narrower than the link.</summary>
    [Theory, InlineData("10.1.0.1:80", "10.2.0.1:0"), InlineData("[fd01::1]:80", "[fd02::1]:0")]
    public void Find_out_the_mtu_of_their_path(string remote, string local)
    {
        _client.Link = LinkQuality.Perfect with { PathMtu = 1280 };
        var (server, client) = (new Talker(0, 100_000) { ClosesFirst = false }, new Talker(100_000, 0));
        _server.Listen(80, server);
        _client.Connect(remote, local, client);
        _network.Run(() => server.Ends + client.Ends == 2);
        Assert.Empty(server.Faults.Concat(client.Faults));
        Assert.True(_network.Now < TimeSpan.FromSeconds(5));
    }

    private sealed class Holding : InlineProtocol
    {
        public HashSet<int> Ports { get; } = [];

        public override void Opened(InlineConnection connection) => Assert.True(Ports.Add(connection.LocalEndPoint.Port) || connection.LocalEndPoint.Address.ToString() == "10.2.0.2");

        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;
    }
}
