using System.Buffers.Binary;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 792 and RFC 4443: errors about our segments, echoes, and the errors that we send.</summary>
public sealed class IcmpMessages
{
    [Theory]
    [InlineData(Captured.PortUnreachableV4, "10.77.0.1", 46474, "10.77.0.2", 0xAAC3_6B71u)]
    [InlineData(Captured.PortUnreachableV6, "fd77::1", 38482, "fd77::2", 0x14B1_801Au)]
    public void An_error_of_Linux_names_our_connection_and_segment(string hex, string local, int localPort, string remote, uint seq)
    {
        Assert.Equal(DropReason.None, PacketReader.Read(Samples.Hex(hex), out var packet));
        Assert.Equal(PacketKind.Icmp, packet.Kind);
        Assert.Equal(IcmpError.PortUnreachable, packet.Icmp.Error);
        Assert.True(packet.Icmp.TryReadQuoted(out var tuple, out var quoted));
        Assert.Equal(new FourTuple(IpAddr.Parse(local), (ushort)localPort, IpAddr.Parse(remote), 7), tuple);
        Assert.Equal(new SeqNum(seq), quoted);
    }

    [Theory]
    [InlineData(Captured.EchoV4, Captured.EchoReplyV4)]
    [InlineData(Captured.EchoV6, Captured.EchoReplyV6)]
    public void An_echo_is_answered_as_Linux_answers_it(string request, string reply)
    {
        var buffer = Samples.Hex(request);
        Assert.Equal(DropReason.None, PacketReader.Read(buffer, out var packet));
        Assert.True(packet.Icmp.IsEchoRequest);

        var length = IcmpWriter.EchoReply(buffer, in packet);

        Assert.Equal(DropReason.None, PacketReader.Read(buffer.AsSpan(0, length), out var read));
        Assert.True(read.Icmp.IsEchoReply);
        var ipLength = IpWriter.HeaderLength(read.Ip.IsV4);
        Assert.Equal(Samples.Hex(reply)[ipLength..], buffer[ipLength..length]);
        Assert.Equal(Samples.Hex(reply)[8..10], buffer[8..10]);
        Assert.Equal(Samples.Hex(reply)[12..ipLength], buffer[12..ipLength]);
    }

    [Theory]
    [InlineData(Captured.SynV4, IcmpError.NetUnreachable, 3, 0)]
    [InlineData(Captured.SynV4, IcmpError.HostUnreachable, 3, 1)]
    [InlineData(Captured.SynV4, IcmpError.ProtocolUnreachable, 3, 2)]
    [InlineData(Captured.SynV4, IcmpError.PortUnreachable, 3, 3)]
    [InlineData(Captured.SynV4, IcmpError.AdministrativelyProhibited, 3, 13)]
    [InlineData(Captured.SynV6, IcmpError.NetUnreachable, 1, 0)]
    [InlineData(Captured.SynV6, IcmpError.AdministrativelyProhibited, 1, 1)]
    [InlineData(Captured.SynV6, IcmpError.HostUnreachable, 1, 3)]
    [InlineData(Captured.SynV6, IcmpError.PortUnreachable, 1, 4)]
    [InlineData(Captured.SynV6, IcmpError.ProtocolUnreachable, 4, 1)]
    public void An_unreachable_destination_is_told_to_the_sender(string hex, Enum error, byte type, byte code)
    {
        var original = Samples.Hex(hex);
        Assert.Equal(DropReason.None, PacketReader.Read(original, out var answered));
        var buffer = new byte[1280];

        var length = IcmpWriter.Unreachable(buffer, (IcmpError)error, original, answered.Ip.Destination);

        Assert.Equal(DropReason.None, PacketReader.Read(buffer.AsSpan(0, length), out var read));
        Assert.Equal((IcmpError)error, read.Icmp.Error);
        Assert.Equal((type, code), (read.Icmp.Type, read.Icmp.Code));
        Assert.Equal((answered.Ip.Destination, answered.Ip.Source), (read.Ip.Source, read.Ip.Destination));
        Assert.True(read.Icmp.Body.SequenceEqual(original));
        Assert.True(read.Icmp.TryReadQuoted(out var tuple, out var seq));
        Assert.Equal((answered.Tuple.Reversed, answered.Tcp.Seq), (tuple, seq));
    }

    [Fact]
    public void An_unknown_protocol_behind_extension_headers_is_pointed_at()
    {
        byte[] original = [.. Samples.Hex(Captured.SynV6)[..40], .. Samples.Hex("11 00 010400000000"), 1, 2, 3, 4, 5, 6, 7, 8];
        (original[5], original[6]) = (16, 60);
        var buffer = new byte[1280];
        var length = IcmpWriter.Unreachable(buffer, IcmpError.ProtocolUnreachable, original, IpAddr.Parse("fd77::2"));
        Assert.Equal(DropReason.None, PacketReader.Read(buffer.AsSpan(0, length), out var read));
        Assert.Equal(40u, read.Icmp.RestOfHeader);
    }

    [Theory, InlineData(Captured.SynV4, 1400u, 1400u), InlineData(Captured.SynV4, 70_000u, 65_535u), InlineData(Captured.SynV6, 70_000u, 70_000u)]
    public void Packet_too_big_carries_the_mtu(string hex, uint mtu, uint carried)
    {
        var original = Samples.Hex(hex);
        Assert.Equal(DropReason.None, PacketReader.Read(original, out var answered));
        var buffer = new byte[1280];
        var length = IcmpWriter.PacketTooBig(buffer, mtu, original, answered.Ip.Destination);

        Assert.Equal(DropReason.None, PacketReader.Read(buffer.AsSpan(0, length), out var read));
        Assert.Equal((IcmpError.PacketTooBig, carried), (read.Icmp.Error, read.Icmp.Mtu));
    }

    [Theory, InlineData(true, 576), InlineData(false, 1280)]
    public void Of_a_long_packet_only_the_beginning_is_quoted(bool v4, int longest)
    {
        var original = new byte[3000];
        var tuple = Samples.Tuple(v4);
        var seg = new Segment { Seq = new SeqNum(77), Text = new byte[2000] };
        var written = SegmentWriter.Write(original, in tuple, in Samples.Path, in seg);
        var buffer = new byte[1280];

        Assert.Equal(longest, IcmpWriter.Unreachable(buffer, IcmpError.HostUnreachable, original.AsSpan(0, written), tuple.Remote));
        Assert.Equal(DropReason.None, PacketReader.Read(buffer.AsSpan(0, longest), out var read));
        Assert.True(read.Icmp.TryReadQuoted(out var quoted, out var seq));
        Assert.Equal((tuple, new SeqNum(77)), (quoted, seq));
    }

    [Theory, InlineData(Captured.PortUnreachableV4, 28 + 28), InlineData(Captured.PortUnreachableV6, 48 + 48)]
    public void Eight_quoted_octets_of_TCP_are_enough_and_seven_are_not(string hex, int enough)
    {
        var packet = Samples.Hex(hex);
        Assert.True(Quotes(packet[..enough]));
        Assert.False(Quotes(packet[..(enough - 1)]));
    }

    [Fact]
    public void A_later_fragment_or_another_protocol_is_not_taken_for_our_segment()
    {
        var packet = Samples.Hex(Captured.PortUnreachableV4);
        packet[28 + 7] = 1;
        Assert.False(Quotes(packet));
        packet[28 + 7] = 0;
        Assert.True(Quotes(packet));
        packet[28 + 9] = 17;
        Assert.False(Quotes(packet));
    }

    [Fact]
    public void An_echo_quotes_nothing()
    {
        Assert.Equal(DropReason.None, PacketReader.Read(Samples.Hex(Captured.EchoV4), out var packet));
        Assert.False(packet.Icmp.TryReadQuoted(out _, out _));
        Assert.Equal(IcmpError.None, packet.Icmp.Error);
    }

    /// <summary>Whether the ICMP message that Linux sent still names a segment after its length and checksums were put right.</summary>
    private static bool Quotes(byte[] packet)
    {
        var v4 = packet[0] >> 4 == 4;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(v4 ? 2 : 4), (ushort)(v4 ? packet.Length : packet.Length - 40));
        ReferenceChecksum.Repair(packet);
        Assert.Equal(DropReason.None, PacketReader.Read(packet, out var read));
        return read.Icmp.TryReadQuoted(out _, out _);
    }
}
