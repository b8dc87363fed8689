using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/virtio_net.h: what stands before each packet of a TUN with IFF_VNET_HDR, in the machine's byte order.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct virtio_net_hdr
{
    public byte flags;
    public byte gso_type;
    public ushort hdr_len;
    public ushort gso_size;
    public ushort csum_start;
    public ushort csum_offset;
}
