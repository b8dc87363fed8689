using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>The IP header in front of a payload that is, or will be, in place: 20 octets for IPv4 (RFC 791), 40 for IPv6 (RFC 8200).</summary>
internal static class IpWriter
{
    private const ushort DontFragment = 0x4000;

    public static int HeaderLength(bool v4) => v4 ? Ipv4Reader.MinHeaderLength : Ipv6Reader.FixedHeaderLength;

    /// <param name="packet">The whole packet, so that its length is the length field's.</param>
    /// <param name="source">Decides the IP version.</param>
    /// <param name="destination">Of the same version.</param>
    /// <param name="path">Hop limit, traffic class and the rest.</param>
    /// <param name="protocol">What the payload is.</param>
    /// <exception cref="ArgumentException">The packet is shorter than its header or longer than IP can say.</exception>
    public static void Write(Span<byte> packet, in IpAddr source, in IpAddr destination, in PathAttributes path, IpProtocol protocol)
    {
        if (source.IsV4)
            WriteV4(packet, in source, in destination, in path, protocol);
        else
            WriteV6(packet, in source, in destination, in path, protocol);
    }

    private static void WriteV4(Span<byte> packet, in IpAddr source, in IpAddr destination, in PathAttributes path, IpProtocol protocol)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(packet.Length, ushort.MaxValue);
        var header = packet[..Ipv4Reader.MinHeaderLength];
        header[0] = 0x45;
        header[1] = path.TrafficClass;
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], path.Identification);
        BinaryPrimitives.WriteUInt16BigEndian(header[6..], DontFragment);
        header[8] = path.HopLimit;
        header[9] = (byte)protocol;
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], 0);
        source.WriteV4(header[12..]);
        destination.WriteV4(header[16..]);
        BinaryPrimitives.WriteUInt16BigEndian(header[10..], InternetChecksum.Compute(header));
    }

    private static void WriteV6(Span<byte> packet, in IpAddr source, in IpAddr destination, in PathAttributes path, IpProtocol protocol)
    {
        var header = packet[..Ipv6Reader.FixedHeaderLength];
        var payloadLength = packet.Length - header.Length;
        ArgumentOutOfRangeException.ThrowIfGreaterThan(payloadLength, ushort.MaxValue, nameof(packet));
        BinaryPrimitives.WriteUInt32BigEndian(header, 6u << 28 | (uint)path.TrafficClass << 20 | (path.FlowLabel & 0xF_FFFF));
        BinaryPrimitives.WriteUInt16BigEndian(header[4..], (ushort)payloadLength);
        header[6] = (byte)protocol;
        header[7] = path.HopLimit;
        source.WriteV6(header[8..]);
        destination.WriteV6(header[24..]);
    }
}
