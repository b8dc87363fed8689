using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 3168 §5: the two bits of the IP header that belong to the segment in it, and the bits of the TCP header that others do not know.</summary>
public sealed class MarkedPackets
{
    private readonly LoneStack _stack = new();

    public MarkedPackets() => _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });

    [Theory, InlineData("10.9.0.1:1000", "10.1.0.1:80"), InlineData("[fd09::1]:1000", "[fd01::1]:80"), Rule("RFC 3168", "§5")]
    public void A_mark_reaches_the_connection_and_its_text_says_that_it_may_be_marked(string at, string to)
    {
        var peer = _stack.Peer(at, to);
        peer.Sends(Syn().With(ControlBits.Ece | ControlBits.Cwr));
        Assert.Equal(EcnCodepoint.NotEct, peer.Next().Ecn);
        peer.Sends(Ack(seq: 1, ack: 1));

        peer.Sends(Text("hello", seq: 1, ack: 1).With(EcnCodepoint.Ce));

        var answer = peer.Next();
        Assert.Equal(EcnCodepoint.Ect0, answer.Ecn);
        Assert.True((answer.Control & ControlBits.Ece) != 0);
        Assert.Equal((1, 1), (_stack.Count(Counter.CongestionMarksIn), _stack.Count(Counter.EcnConnections)));
    }

    [Fact, Rule("RFC 3168", "§6.1.2")]
    public void A_reduction_is_counted_when_the_peer_is_told()
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn().With(ControlBits.Ece | ControlBits.Cwr));
        peer.Receives();
        peer.Sends(Ack(seq: 1, ack: 1));
        peer.Sends(Text("hello", seq: 1, ack: 1));
        peer.Receives();

        peer.Sends(Text("again", seq: 6, ack: 6).With(ControlBits.Ece));

        Assert.True((peer.Next().Control & ControlBits.Cwr) != 0);
        Assert.Equal(1, _stack.Count(Counter.EcnReductions));
    }

    /// <summary>A server that resets what it does not know keeps everybody else from learning anything new.</summary>
    [Theory, InlineData(0x0F00), InlineData(0x01C0), InlineData(0x0FC0), Rule("RFC 3360", "§2.1")]
    public void A_syn_with_reserved_bits_is_a_syn(int bits)
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        var packet = peer.Packet(Syn());
        Reserve(packet, bits);

        _stack.Arrive(packet);

        Assert.Equal(ControlBits.Syn | ControlBits.Ack, peer.Next().Control & ~ControlBits.Ece);
    }

    /// <summary>Sets bits of the octets 12 and 13 of the TCP header and mends the checksum, as RFC 1624 has it for what was zero.</summary>
    private static void Reserve(byte[] packet, int bits)
    {
        const int Tcp = 20;
        packet[Tcp + 12] |= (byte)(bits >> 8);
        packet[Tcp + 13] |= (byte)bits;
        var sum = ((packet[Tcp + 16] << 8) | packet[Tcp + 17]) - bits;
        sum -= sum < 0 ? 1 : 0;
        (packet[Tcp + 16], packet[Tcp + 17]) = ((byte)(sum >> 8), (byte)sum);
    }
}
