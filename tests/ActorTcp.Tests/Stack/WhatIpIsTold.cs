using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.9.2: the fields of the IP header that the user chooses, on every segment of a connection and on what answers for none.</summary>
public sealed class WhatIpIsTold
{
    private const byte ExpeditedForwarding = 46;
    private static readonly ConnectionSettings Chosen = ConnectionSettings.Default with { HopLimit = 17, Dscp = ExpeditedForwarding };

    private readonly LoneStack _stack = new(new TcpStackOptions { Connection = Chosen with { HopLimit = 18 } });

    [Theory]
    [Rule("RFC 9293", "MUST-48"), Rule("RFC 9293", "MUST-49")]
    [InlineData("10.9.0.1:1000", "10.1.0.1:80")]
    [InlineData("[fd09::1]:1000", "[fd01::1]:80")]
    public void A_listener_chooses_for_its_connections_from_the_syn_ack_on(string remote, string local)
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), Connection = Chosen });
        var peer = _stack.Peer(remote, local);
        peer.Sends(Syn());
        AssertAll(hopLimit: 17);
        peer.Next();
        peer.Sends(Text("hello", seq: 1, ack: 1));
        peer.Sends(FinAck(seq: 6, ack: 6));
        AssertAll(hopLimit: 17);
    }

    [Fact, Rule("RFC 9293", "MUST-49")]
    public void A_reset_by_the_listener_has_the_listeners()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), Connection = Chosen });
        _stack.Peer("10.9.0.1:1000").Sends(Ack(seq: 1, ack: 1));
        AssertAll(hopLimit: 17);
    }

    [Fact, Rule("RFC 9293", "MUST-49")]
    public void A_reset_for_nobody_has_the_stacks()
    {
        _stack.Peer("10.9.0.1:1000").Sends(Syn());
        AssertAll(hopLimit: 18);
    }

    [Fact, Rule("RFC 9293", "MUST-48")]
    public void An_application_may_choose_anew_on_the_way()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Turncoat() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(Text("hello", seq: 1, ack: 1));
        _stack.Advance(1.Seconds());
        AssertAll(hopLimit: 17);
    }

    private void AssertAll(byte hopLimit)
    {
        var written = _stack.Device.Written;
        Assert.NotEmpty(written);
        Assert.All(written, octets =>
        {
            Assert.Equal(DropReason.None, PacketReader.Read(octets, out var packet));
            Assert.Equal((hopLimit, (byte)(ExpeditedForwarding << 2)), (packet.Ip.HopLimit, packet.Ip.TrafficClass));
        });
    }

    private sealed class Turncoat : InlineProtocol
    {
        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
        {
            connection.Settings = connection.Settings with { HopLimit = Chosen.HopLimit, Dscp = Chosen.Dscp };
            return text.Length;
        }
    }
}
