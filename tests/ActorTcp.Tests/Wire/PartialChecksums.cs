using System.Buffers.Binary;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>Checksum offload: the field holds the sum of the pseudo-header, and whoever puts the packet on a wire adds the rest (virtio 1.2, §5.1.6.2).</summary>
public sealed class PartialChecksums
{
    private const int ChecksumAt = 16;

    [Fact]
    public void Are_the_uncomplemented_sum_of_the_pseudo_header()
    {
        var tuple = new FourTuple(IpAddr.Parse("10.77.0.1"), 7, IpAddr.Parse("10.76.0.1"), 50_000);

        var packet = Written(in tuple, [], isWhole: false);

        Assert.Equal(0x0A4D + 0x0001 + 0x0A4C + 0x0001 + 6 + 20, BinaryPrimitives.ReadUInt16BigEndian(packet.AsSpan(20 + ChecksumAt)));
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Become_whole_when_the_segment_with_its_field_is_summed_up(bool v4)
    {
        var tuple = Samples.Tuple(v4);
        var packet = Written(in tuple, "an odd text"u8, isWhole: false);
        var segment = packet.AsSpan(v4 ? 20 : 40);

        BinaryPrimitives.WriteUInt16BigEndian(segment[ChecksumAt..], InternetChecksum.Compute(segment));

        Assert.Equal(Written(in tuple, "an odd text"u8, isWhole: true), packet);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Are_believed_only_where_the_device_says_so_and_not_if_they_are_wrong(bool v4)
    {
        var packet = Written(Samples.Tuple(v4), "text"u8, isWhole: false);
        Assert.Equal(DropReason.None, PacketReader.Read(packet, out _, ChecksumCheck.PseudoHeader));
        Assert.Equal(DropReason.BadTcpChecksum, PacketReader.Read(packet, out _));

        packet[(v4 ? 20 : 40) + ChecksumAt] ^= 1;
        Assert.Equal(DropReason.BadTcpChecksum, PacketReader.Read(packet, out _, ChecksumCheck.PseudoHeader));
    }

    private static byte[] Written(in FourTuple tuple, ReadOnlySpan<byte> text, bool isWhole)
    {
        var packet = new byte[200];
        var segment = new Segment { Control = ControlBits.Ack, Text = text };
        text.CopyTo(packet.AsSpan(SegmentWriter.HeaderLength(tuple.Local.IsV4, segment.Options)));
        return packet[..SegmentWriter.WriteAround(packet, text.Length, in tuple, PathAttributes.Default, in segment, in segment.Options, isWhole)];
    }
}
