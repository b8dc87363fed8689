using System.Runtime.InteropServices;

namespace ActorTcp.Linux;

/// <summary>linux/if_packet.h: a link, and which of its frames.</summary>
[StructLayout(LayoutKind.Sequential, Size = 20)]
internal struct sockaddr_ll
{
    public ushort sll_family;
    public ushort sll_protocol;
    public int sll_ifindex;
    public ushort sll_hatype;
    public byte sll_pkttype;
    public byte sll_halen;
}
