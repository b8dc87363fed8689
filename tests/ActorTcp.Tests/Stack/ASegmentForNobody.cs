using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.10.7.1, and what must not be answered at all.</summary>
public sealed class ASegmentForNobody
{
    private readonly LoneStack _stack = new();

    [Fact]
    public void A_syn_to_a_closed_port_is_reset_with_its_own_number_acknowledged()
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn());
        var reset = peer.Next();
        Assert.Equal((new SeqNum(0), peer.Isn + 1, ControlBits.Rst | ControlBits.Ack), (reset.Seq, reset.Ack, reset.Control));
        Assert.Equal(1, _stack.Count(Counter.ResetsOut));
    }

    [Fact]
    public void An_ack_is_reset_with_the_number_that_it_acknowledges()
    {
        var peer = _stack.Peer("[fd09::1]:1000", "[fd01::1]:80");
        peer.Sends(Ack(seq: 1, ack: 77));
        var reset = peer.Next();
        Assert.Equal((new SeqNum(77), ControlBits.Rst), (reset.Seq, reset.Control));
    }

    [Fact]
    public void A_reset_is_not_answered()
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Rst(seq: 1));
        Assert.Empty(_stack.Device.Written);
    }

    [Fact]
    [SubtleCase(43)]
    public void Resets_are_as_many_as_their_rate_allows()
    {
        var stack = new LoneStack(new TcpStackOptions { ResetsPerSecond = 10 });
        var peer = stack.Peer("10.9.0.1:1000");
        for (var i = 0; i < 15; i++)
        {
            peer.Sends(Syn());
        }

        Assert.Equal(10, peer.Receives().Count);
        Assert.Equal(5, stack.Count(Counter.ResetsSuppressed));
        stack.Advance(TimeSpan.FromMilliseconds(100));
        peer.Sends(Syn());
        peer.Sends(Syn());
        Assert.Single(peer.Receives());
    }

    [Rule("RFC 9293", "MUST-63")]
    [Rule("RFC 9293", "MUST-57")]
    [Theory]
    [InlineData("224.0.0.1", "10.1.0.1"), InlineData("255.255.255.255", "10.1.0.1"), InlineData("0.0.0.0", "10.1.0.1"), InlineData("127.0.0.1", "10.1.0.1")]
    [InlineData("10.9.0.1", "224.0.0.1"), InlineData("10.9.0.1", "255.255.255.255"), InlineData("10.9.0.1", "127.0.0.1"), InlineData("10.9.0.1", "0.1.2.3")]
    [InlineData("ff02::1", "fd01::1"), InlineData("::", "fd01::1"), InlineData("::1", "fd01::1"), InlineData("fd09::1", "ff02::1"), InlineData("fd09::1", "::1")]
    [SubtleCase(35)]
    [Rule("RFC 4987", "§3.1")]
    public void Martians_are_counted_and_not_answered(string source, string destination)
    {
        _stack.Listen(new ListenOptions { Port = 0, Protocol = new Discard() });
        var (from, to) = (new System.Net.IPEndPoint(System.Net.IPAddress.Parse(source), 1000), new System.Net.IPEndPoint(System.Net.IPAddress.Parse(destination), 80));
        _stack.Peer(from.ToString(), to.ToString()).Sends(Syn());
        Assert.Empty(_stack.Device.Written);
        Assert.Equal(1, _stack.Count(Counter.MartianDrops));
    }

    [Fact]
    [SubtleCase(34)]
    public void A_segment_from_its_own_destination_is_a_land_attack()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        _stack.Peer("10.1.0.1:80").Sends(Syn());
        Assert.Empty(_stack.Device.Written);
        Assert.Equal(1, _stack.Count(Counter.LandDrops));
    }

    [Fact]
    [SubtleCase(36)]
    public void A_bad_checksum_is_counted_and_not_answered()
    {
        _stack.Peer("10.9.0.1:1000").SendsDamaged(Text("abc", seq: 1, ack: 1));
        Assert.Empty(_stack.Device.Written);
        Assert.Equal(1, _stack.Stack.CountDrops(DropReason.BadTcpChecksum));
        Assert.Equal(0, _stack.Count(Counter.SegmentsIn));
    }

    [Fact]
    [SubtleCase(40)]
    public void A_fragment_is_counted_and_not_answered()
    {
        var packet = _stack.Peer("10.9.0.1:1000").Packet(Syn());
        packet[6] = 0x20;   // MF instead of DF
        packet[10] = packet[11] = 0;
        var sum = InternetChecksum.Compute(packet.AsSpan(0, 20));
        (packet[10], packet[11]) = ((byte)(sum >> 8), (byte)sum);
        _stack.Arrive(packet);
        Assert.Empty(_stack.Device.Written);
        Assert.Equal(1, _stack.Stack.CountDrops(DropReason.Fragment));
    }

    [Theory, InlineData("10.9.0.1", "10.1.0.1"), InlineData("fd09::1", "fd01::1")]
    public void A_ping_is_answered_with_its_own_data_as_often_as_the_rate_allows(string source, string destination)
    {
        var stack = new LoneStack(new TcpStackOptions { IcmpPerSecond = 2 });
        var (from, to) = (IpAddr.Parse(source), IpAddr.Parse(destination));
        var ping = new byte[200];
        var request = new IcmpMessage { IsV4 = from.IsV4, Type = from.IsV4 ? (byte)8 : (byte)128, RestOfHeader = 0x12345678, Body = "are you there?"u8 };
        var length = IcmpWriter.Write(ping, in from, in to, PathAttributes.Default, in request);
        for (var i = 0; i < 3; i++)
        {
            stack.Arrive(ping.AsSpan(0, length));
        }

        Assert.Equal(2, stack.Device.Written.Count);
        Assert.Equal((3, 2, 1), (stack.Count(Counter.IcmpIn), stack.Count(Counter.EchoReplies), stack.Count(Counter.IcmpSuppressed)));
        Assert.Equal(DropReason.None, PacketReader.Read(stack.Device.Written[0], out var reply));
        Assert.True(reply.Icmp.IsEchoReply);
        Assert.Equal(0x12345678u, reply.Icmp.RestOfHeader);
        Assert.True(reply.Icmp.Body.SequenceEqual("are you there?"u8));
        Assert.Equal((to, from), (reply.Ip.Source, reply.Ip.Destination));
    }
}
