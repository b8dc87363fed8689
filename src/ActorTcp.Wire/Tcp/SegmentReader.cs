using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.1: the octets of a TCP header and its text → the current segment's variables.</summary>
internal static class SegmentReader
{
    public const int MinHeaderLength = 20;

    /// <param name="octets">The payload of the packet, whose <see cref="Packet.Ip"/> has been read.</param>
    public static DropReason Read(ReadOnlySpan<byte> octets, ChecksumCheck check, ref Packet packet)
    {
        if (octets.Length < MinHeaderLength)
            return DropReason.TcpTooShort;
        var offsetAndControl = BinaryPrimitives.ReadUInt16BigEndian(octets[12..]);
        var headerLength = (offsetAndControl >> 12) * 4;
        if (headerLength < MinHeaderLength || headerLength > octets.Length)
            return DropReason.BadDataOffset;
        if (!Verifies(octets, in packet.Ip, check))
            return DropReason.BadTcpChecksum;

        packet.Kind = PacketKind.Tcp;
        packet.SourcePort = BinaryPrimitives.ReadUInt16BigEndian(octets);
        packet.DestinationPort = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        ref var segment = ref packet.Tcp;
        segment.Seq = new SeqNum(BinaryPrimitives.ReadUInt32BigEndian(octets[4..]));
        segment.Ack = new SeqNum(BinaryPrimitives.ReadUInt32BigEndian(octets[8..]));
        segment.Control = (ControlBits)(offsetAndControl & 0x1FF);
        segment.Wnd = BinaryPrimitives.ReadUInt16BigEndian(octets[14..]);
        segment.Up = BinaryPrimitives.ReadUInt16BigEndian(octets[18..]);
        segment.Ecn = packet.Ip.Ecn;
        segment.Text = octets[headerLength..];
        OptionsReader.Read(octets[MinHeaderLength..headerLength], out segment.Options);
        return DropReason.None;
    }

    private static bool Verifies(ReadOnlySpan<byte> octets, in IpHeader ip, ChecksumCheck check) => check switch
    {
        ChecksumCheck.Trusted => true,
        ChecksumCheck.PseudoHeader => InternetChecksum.Finish(PseudoSum(octets, in ip) + (ushort)~BinaryPrimitives.ReadUInt16BigEndian(octets[16..])) == 0,
        _ => InternetChecksum.Compute(octets, PseudoSum(octets, in ip)) == 0,
    };

    private static uint PseudoSum(ReadOnlySpan<byte> octets, in IpHeader ip) => PseudoHeader.Sum(ip.Source, ip.Destination, IpProtocol.Tcp, octets.Length);
}
