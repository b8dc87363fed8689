using System.Buffers.Binary;
using System.Net;

namespace ActorTcp.SystemTests;

/// <summary>The smallest IPv4 packet that a kernel socket takes notice of (RFC 791, RFC 768).</summary>
internal static class UdpDatagram
{
    private const int IPHeader = 20;
    private const int UdpHeader = 8;

    public static byte[] From(IPEndPoint source, IPEndPoint destination, ReadOnlySpan<byte> payload)
    {
        var packet = new byte[IPHeader + UdpHeader + payload.Length];
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        packet[8] = 64;
        packet[9] = 17;
        source.Address.GetAddressBytes().CopyTo(packet, 12);
        destination.Address.GetAddressBytes().CopyTo(packet, 16);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(10), HeaderChecksum(packet));

        var udp = packet.AsSpan(IPHeader);
        BinaryPrimitives.WriteUInt16BigEndian(udp, (ushort)source.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[2..], (ushort)destination.Port);
        BinaryPrimitives.WriteUInt16BigEndian(udp[4..], (ushort)udp.Length); // checksum 0: none
        payload.CopyTo(udp[UdpHeader..]);
        return packet;
    }

    private static ushort HeaderChecksum(ReadOnlySpan<byte> packet)
    {
        var sum = 0;
        for (var i = 0; i < IPHeader; i += 2)
        {
            sum += BinaryPrimitives.ReadUInt16BigEndian(packet[i..]);
        }

        return (ushort)~((sum & 0xFFFF) + (sum >> 16));
    }
}
