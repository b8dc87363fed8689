using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>Looks on at the packets for one stretch of time during which somebody looks at the page.</summary>
internal sealed class HeaderTap(HeaderMemory memory) : ITap
{
    private const int Ipv6Header = 40;

    public void Packet(in TappedPacket packet)
    {
        if (packet.Reason == DropReason.None && PacketReader.Read(packet.Octets, out var read, ChecksumCheck.Trusted) == DropReason.None && read.Kind == PacketKind.Tcp)
        {
            var segment = read.Tcp;
            memory.Remember(HeaderKey.Of(packet.Tuple, packet.Direction == PcapDirection.Inbound, in segment), HeaderOf(packet.Octets));
        }
    }

    /// <summary>Without what IP put before it and the text behind it; empty behind extension headers, which hardly anybody sends with TCP.</summary>
    private static ReadOnlySpan<byte> HeaderOf(ReadOnlySpan<byte> octets)
    {
        var isV4 = octets[0] >> 4 == 4;
        if (!isV4 && octets[6] != (byte)IpProtocol.Tcp)
        {
            return [];
        }

        var tcp = octets[(isV4 ? (octets[0] & 0xF) * 4 : Ipv6Header)..];
        return tcp[..((tcp[12] >> 4) * 4)];
    }
}
