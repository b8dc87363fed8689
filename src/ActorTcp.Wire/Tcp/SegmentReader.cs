using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.1: the octets of a TCP header and its text → the current segment's variables.</summary>
internal static class SegmentReader
{
    public const int MinHeaderLength = 20;

    public static DropReason Read(ReadOnlySpan<byte> octets, scoped in IpHeader ip, ChecksumCheck check, out Packet packet)
    {
        packet = new Packet(in ip);
        if (octets.Length < MinHeaderLength)
            return DropReason.TcpTooShort;
        var offsetAndControl = BinaryPrimitives.ReadUInt16BigEndian(octets[12..]);
        var headerLength = (offsetAndControl >> 12) * 4;
        if (headerLength < MinHeaderLength || headerLength > octets.Length)
            return DropReason.BadDataOffset;
        if (!Verifies(octets, in ip, check))
            return DropReason.BadTcpChecksum;

        OptionsReader.Read(octets[MinHeaderLength..headerLength], out var options);
        var segment = new Segment
        {
            Seq = new SeqNum(BinaryPrimitives.ReadUInt32BigEndian(octets[4..])),
            Ack = new SeqNum(BinaryPrimitives.ReadUInt32BigEndian(octets[8..])),
            Control = (ControlBits)(offsetAndControl & 0x1FF),
            Wnd = BinaryPrimitives.ReadUInt16BigEndian(octets[14..]),
            Up = BinaryPrimitives.ReadUInt16BigEndian(octets[18..]),
            Options = options,
            Ecn = ip.Ecn,
            Text = octets[headerLength..],
        };
        packet = new Packet(
            in ip,
            BinaryPrimitives.ReadUInt16BigEndian(octets),
            BinaryPrimitives.ReadUInt16BigEndian(octets[2..]),
            in segment);
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
