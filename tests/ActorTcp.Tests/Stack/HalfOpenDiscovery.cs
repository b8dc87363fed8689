using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.5.1: one side has lost its memory. Figures 9 and 10.</summary>
public sealed class HalfOpenDiscovery
{
    private readonly VirtualNetwork _network = new();
    private readonly Waiting _atServer = new();
    private readonly Waiting _atClient = new();
    private readonly VirtualHost _client;
    private readonly VirtualHost _server;

    public HalfOpenDiscovery()
    {
        (_server, _client) = (_network.Join(Hosts.ServerPrefixes), _network.Join(Hosts.ClientPrefixes));
        _server.Listen(80, _atServer);
        _client.Connect("10.1.0.1:80", "10.2.0.1:5000", _atClient);
        _network.Run(() => _atServer.Opens + _atClient.Opens == 2);
    }

    [Fact]
    [SubtleCase(9)]
    public void The_side_that_remembers_learns_it_when_it_sends()
    {
        _network.Lose(_server);
        _network.Join(Hosts.ServerPrefixes).Listen(80, _atServer);
        _atClient.Connection.Notify();
        _network.Run(() => _atClient.End is not null);
        Assert.Equal(ConnectionEnd.Reset, _atClient.End);
        Assert.Equal(1, _client.Stack.Count(Counter.EstablishedResets));
    }

    [Fact]
    [SubtleCase(9)]
    public void The_side_that_has_forgotten_opens_anew_and_is_shown_the_old_connection_first()
    {
        _network.Lose(_client);
        var reborn = _network.Join(Hosts.ClientPrefixes);
        var anew = new Waiting();
        reborn.Connect("10.1.0.1:80", "10.2.0.1:5000", anew);
        _network.Run(() => anew.Opens == 1 && _atServer.Opens == 2);
        Assert.Equal(ConnectionEnd.Reset, _atServer.End);
        Assert.Equal(1, _server.Stack.Count(Counter.ResetsIn));
        Assert.Equal(1, reborn.Stack.Count(Counter.ResetsOut));
        Assert.Equal((1, 1), (_server.Stack.Connections, reborn.Stack.Connections));
    }

    [Fact]
    public void A_side_that_has_gone_for_good_is_given_up_by_the_user_timeout()
    {
        _network.Lose(_server);
        _atClient.Connection.Notify();
        _network.Run(() => _atClient.End is not null);
        Assert.Equal(ConnectionEnd.TimedOut, _atClient.End);
        Assert.Equal(1, _client.Stack.Count(Counter.EstablishedTimeouts));
        _client.AssertNothingIsLeft();
    }

    private sealed class Waiting : InlineProtocol
    {
        public int Opens { get; private set; }

        public InlineConnection Connection { get; private set; }

        public ConnectionEnd? End { get; private set; }

        public override void Opened(InlineConnection connection) => (Connection, Opens) = (connection, Opens + 1);

        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;

        public override void Notified(InlineConnection connection) => connection.Send("anybody there?"u8);

        public override void Ended(InlineConnection connection, ConnectionEnd end) => End = end;
    }
}
