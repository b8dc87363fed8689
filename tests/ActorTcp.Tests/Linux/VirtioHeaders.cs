using System.Runtime.InteropServices;
using ActorTcp.Linux;
using ActorTcp.Stack;
using ActorTcp.Tests.Wire;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Linux;

/// <summary>virtio 1.2 §5.1.6: the ten octets before each packet, as they stand in memory.</summary>
public sealed class VirtioHeaders
{
    private static readonly PacketOffload SuperSegment = new(PacketChecksum.PseudoHeader, SegmentSize: 1448);

    [Fact]
    public void A_whole_packet_has_nothing_but_zeros() =>
        Assert.Equal("00 00 0000 0000 0000 0000", Octets(VirtioHeader.Of(Packet(v4: true), default)));

    [Fact]
    public void A_single_segment_says_where_its_checksum_begins_and_goes()
    {
        Assert.Equal("01 00 0000 0000 1400 1000", Octets(VirtioHeader.Of(Packet(v4: true), new PacketOffload(PacketChecksum.PseudoHeader))));
        Assert.Equal("01 00 0000 0000 2800 1000", Octets(VirtioHeader.Of(Packet(v4: false), new PacketOffload(PacketChecksum.PseudoHeader))));
    }

    /// <summary>52 and 72 octets of headers, with timestamps; 1448 is 0x05A8.</summary>
    [Fact]
    public void A_super_segment_says_its_kind_the_length_of_its_headers_and_the_size_of_its_segments()
    {
        Assert.Equal("01 01 3400 A805 1400 1000", Octets(VirtioHeader.Of(Packet(v4: true), SuperSegment)));
        Assert.Equal("01 04 4800 A805 2800 1000", Octets(VirtioHeader.Of(Packet(v4: false), SuperSegment)));
    }

    [Theory]
    [InlineData("00 00 0000 0000 0000 0000", PacketChecksum.Complete, 0)]
    [InlineData("02 00 0000 0000 0000 0000", PacketChecksum.Verified, 0)]
    [InlineData("01 00 0000 0000 1400 1000", PacketChecksum.PseudoHeader, 0)]
    [InlineData("01 00 0000 0000 1400 0600", PacketChecksum.Complete, 0)]   // the checksum of UDP stands elsewhere
    [InlineData("01 01 3400 A805 1400 1000", PacketChecksum.PseudoHeader, 1448)]
    [InlineData("01 84 4800 A805 2800 1000", PacketChecksum.PseudoHeader, 1448)]
    public void What_the_kernel_says_is_read(string octets, PacketChecksum checksum, int segmentSize) =>
        Assert.Equal(new PacketOffload(checksum, segmentSize), VirtioHeader.ToOffload(MemoryMarshal.Read<virtio_net_hdr>(Samples.Hex(octets))));

    private static byte[] Packet(bool v4)
    {
        var packet = new byte[200];
        return packet[..SegmentWriter.Write(packet, Samples.Tuple(v4), in Samples.Path, new Segment { Control = ControlBits.Ack, Options = Samples.Options(OptionKinds.Timestamps) })];
    }

    private static string Octets(virtio_net_hdr header)
    {
        var octets = Convert.ToHexString(MemoryMarshal.AsBytes(MemoryMarshal.CreateReadOnlySpan(in header, 1)));
        return $"{octets[..2]} {octets[2..4]} {octets[4..8]} {octets[8..12]} {octets[12..16]} {octets[16..]}";
    }
}
