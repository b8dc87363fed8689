using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>The few ICMP and ICMPv6 messages that a host of TCP sends. Whether one may be sent at all (RFC 1122 §3.2.2, rate) is the caller's to decide.</summary>
/// <remarks>Each method returns the length of the packet it wrote; buffers of 1,280 octets hold any error.</remarks>
internal static class IcmpWriter
{
    /// <summary>RFC 1812 §4.3.2.3: an IPv4 error quotes as much as fits in 576 octets.</summary>
    public const int MaxErrorLengthV4 = 576;

    /// <summary>RFC 4443 §2.4 (c): an IPv6 error quotes as much as fits in the smallest MTU.</summary>
    public const int MaxErrorLengthV6 = 1280;

    /// <summary>RFC 1122 §3.2.2.6, RFC 4443 §4.2: the request's data back to its sender. May be written over the request itself.</summary>
    /// <exception cref="ArgumentException">The buffer is too small.</exception>
    public static int EchoReply(Span<byte> packet, in Packet request)
    {
        var v4 = request.Ip.IsV4;
        var path = PathAttributes.Default with { TrafficClass = request.Ip.TrafficClass };
        var type = v4 ? IcmpType.EchoReply : IcmpV6Type.EchoReply;
        var reply = new IcmpMessage { IsV4 = v4, Type = type, RestOfHeader = request.Icmp.RestOfHeader, Body = request.Icmp.Body };
        return Write(packet, request.Ip.Destination, request.Ip.Source, in path, in reply);
    }

    /// <summary>RFC 792, RFC 4443 §3.1: tells the sender of <paramref name="original"/> that it did not arrive.</summary>
    /// <param name="packet">Where to write.</param>
    /// <param name="error">Net, host, protocol or port unreachable, or administratively prohibited.</param>
    /// <param name="original">The whole packet that is answered, its IP header sound.</param>
    /// <param name="source">Our address: usually where the original was sent to.</param>
    /// <exception cref="ArgumentException">The buffer is too small, or the error none of these.</exception>
    public static int Unreachable(Span<byte> packet, IcmpError error, ReadOnlySpan<byte> original, in IpAddr source)
    {
        var (type, code) = IcmpErrors.Unreachable(source.IsV4, error);
        return Error(packet, type, code, Pointer(source.IsV4, error, original), original, in source);
    }

    /// <summary>RFC 1191 §4 (type 3, code 4) or RFC 4443 §3.2 (type 2): tells the sender which MTU would do.</summary>
    /// <param name="packet">Where to write.</param>
    /// <param name="mtu">In octets; IPv4 has room for 16 bits.</param>
    /// <param name="original">The packet that was too big.</param>
    /// <param name="source">Our address.</param>
    /// <exception cref="ArgumentException">The buffer is too small.</exception>
    public static int PacketTooBig(Span<byte> packet, uint mtu, ReadOnlySpan<byte> original, in IpAddr source) => source.IsV4
        ? Error(packet, IcmpType.DestinationUnreachable, 4, Math.Min(mtu, ushort.MaxValue), original, in source)
        : Error(packet, IcmpV6Type.PacketTooBig, 0, mtu, original, in source);

    /// <summary>RFC 4443 §3.4: an unknown protocol is a problem of the Next Header field, whose place is told.</summary>
    private static uint Pointer(bool v4, IcmpError error, ReadOnlySpan<byte> original)
    {
        if (v4 || error != IcmpError.ProtocolUnreachable)
            return 0;
        ExtensionHeaders.Walk(original, out var upper);
        return (uint)upper.NextHeaderAt;
    }

    private static int Error(Span<byte> packet, byte type, byte code, uint rest, ReadOnlySpan<byte> original, in IpAddr source)
    {
        var v4 = source.IsV4;
        var room = (v4 ? MaxErrorLengthV4 : MaxErrorLengthV6) - IpWriter.HeaderLength(v4) - IcmpReader.HeaderLength;
        var error = new IcmpMessage
        {
            IsV4 = v4,
            Type = type,
            Code = code,
            RestOfHeader = rest,
            Body = original[..Math.Min(original.Length, room)],
        };
        var destination = v4 ? IpAddr.ReadV4(original[12..]) : IpAddr.ReadV6(original[8..]);
        return Write(packet, in source, in destination, PathAttributes.Default, in error);
    }

    /// <summary>Any message with its IP header; the body is moved first, so that it may lie in the same buffer.</summary>
    public static int Write(Span<byte> packet, in IpAddr source, in IpAddr destination, in PathAttributes path, in IcmpMessage message)
    {
        var protocol = message.IsV4 ? IpProtocol.Icmp : IpProtocol.IcmpV6;
        var ipLength = IpWriter.HeaderLength(message.IsV4);
        packet = packet[..(ipLength + IcmpReader.HeaderLength + message.Body.Length)];
        message.Body.CopyTo(packet[(ipLength + IcmpReader.HeaderLength)..]);
        IpWriter.Write(packet, in source, in destination, in path, protocol);
        var octets = packet[ipLength..];
        octets[0] = message.Type;
        octets[1] = message.Code;
        BinaryPrimitives.WriteUInt16BigEndian(octets[2..], 0);
        BinaryPrimitives.WriteUInt32BigEndian(octets[4..], message.RestOfHeader);
        var pseudo = message.IsV4 ? 0 : PseudoHeader.Sum(in source, in destination, protocol, octets.Length);
        BinaryPrimitives.WriteUInt16BigEndian(octets[2..], InternetChecksum.Compute(octets, pseudo));
        return packet.Length;
    }
}
