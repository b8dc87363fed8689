using ActorTcp.Stack;

namespace ActorTcp.Linux;

/// <summary>Between a <see cref="virtio_net_hdr"/> and what it says about a packet (virtio 1.2, §5.1.6).</summary>
internal static class VirtioHeader
{
    private const int Ipv4HeaderLength = 20;
    private const int Ipv6HeaderLength = 40;
    private const int ChecksumAt = 16;
    private const int DataOffsetAt = 12;

    /// <summary>What the kernel has left to the reader. A checksum of something else than TCP is always whole: the kernel was asked for no other.</summary>
    public static PacketOffload ToOffload(in virtio_net_hdr header) => new(
        (header.flags & VirtioNet.VIRTIO_NET_HDR_F_NEEDS_CSUM) != 0 && header.csum_offset == ChecksumAt ? PacketChecksum.PseudoHeader
        : (header.flags & VirtioNet.VIRTIO_NET_HDR_F_DATA_VALID) != 0 ? PacketChecksum.Verified
        : PacketChecksum.Complete,
        header.gso_type == VirtioNet.VIRTIO_NET_HDR_GSO_NONE ? 0 : header.gso_size);

    /// <summary>What the kernel has to do for a packet of ours, whose IP header is as short as can be. A super-segment of ours never has CWR, which only one segment may carry.</summary>
    public static virtio_net_hdr Of(ReadOnlySpan<byte> packet, PacketOffload offload)
    {
        if (offload.Checksum != PacketChecksum.PseudoHeader)
        {
            return default;
        }

        var isV4 = packet[0] >> 4 == 4;
        var ipLength = isV4 ? Ipv4HeaderLength : Ipv6HeaderLength;
        var header = new virtio_net_hdr
        {
            flags = VirtioNet.VIRTIO_NET_HDR_F_NEEDS_CSUM,
            csum_start = (ushort)ipLength,
            csum_offset = ChecksumAt,
        };
        if (offload.SegmentSize > 0)
        {
            header.gso_type = isV4 ? VirtioNet.VIRTIO_NET_HDR_GSO_TCPV4 : VirtioNet.VIRTIO_NET_HDR_GSO_TCPV6;
            header.gso_size = (ushort)offload.SegmentSize;
            header.hdr_len = (ushort)(ipLength + (packet[ipLength + DataOffsetAt] >> 4) * 4);
        }

        return header;
    }
}
