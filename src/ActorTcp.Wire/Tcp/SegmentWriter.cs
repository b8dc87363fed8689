using System.Buffers.Binary;

namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.1: a segment as a whole IP packet, checksums included. The tuple is the sender's: Local is the source.</summary>
internal static class SegmentWriter
{
    /// <summary>Octets before the text: the IP header, the TCP header and its padded options.</summary>
    public static int HeaderLength(bool v4, in TcpOptions options) =>
        IpWriter.HeaderLength(v4) + SegmentReader.MinHeaderLength + OptionsWriter.Length(in options);

    /// <summary>Writes headers and a copy of the segment's text; returns the length of the packet.</summary>
    /// <exception cref="ArgumentException">The buffer is too small, or the packet longer than IP can say.</exception>
    public static int Write(Span<byte> packet, in FourTuple tuple, in PathAttributes path, in Segment seg)
    {
        seg.Text.CopyTo(packet[HeaderLength(tuple.Local.IsV4, seg.Options)..]);
        return WriteAround(packet, seg.Text.Length, in tuple, in path, in seg, in seg.Options);
    }

    /// <summary>Writes only the headers: the text already stands behind them, at <see cref="HeaderLength"/>; <see cref="Segment.Text"/> is not looked at.</summary>
    /// <param name="options">Those of the segment, wherever they are: <see cref="Segment.Options"/> is not looked at either.</param>
    /// <param name="isWhole">Whether the checksum covers the segment, or only the pseudo-header: then whoever sends the packet adds the rest.</param>
    /// <exception cref="ArgumentException">The buffer is too small, or the packet longer than IP can say.</exception>
    public static int WriteAround(Span<byte> packet, int textLength, in FourTuple tuple, in PathAttributes path, in Segment seg, in TcpOptions options, bool isWhole = true)
    {
        var headerLength = SegmentReader.MinHeaderLength + OptionsWriter.Length(in options);
        var ipLength = IpWriter.HeaderLength(tuple.Local.IsV4);
        packet = packet[..(ipLength + headerLength + textLength)];
        IpWriter.Write(packet, tuple.Local, tuple.Remote, path with { TrafficClass = (byte)(path.TrafficClass | (byte)seg.Ecn) }, IpProtocol.Tcp);
        WriteTcp(packet[ipLength..], headerLength, in tuple, in seg, in options, isWhole);
        return packet.Length;
    }

    private static void WriteTcp(Span<byte> octets, int headerLength, in FourTuple tuple, in Segment seg, in TcpOptions options, bool isWhole)
    {
        var header = octets[..headerLength];
        BinaryPrimitives.WriteUInt16BigEndian(header, tuple.LocalPort);
        BinaryPrimitives.WriteUInt16BigEndian(header[2..], tuple.RemotePort);
        BinaryPrimitives.WriteUInt32BigEndian(header[4..], seg.Seq.Value);
        BinaryPrimitives.WriteUInt32BigEndian(header[8..], seg.Ack.Value);
        BinaryPrimitives.WriteUInt16BigEndian(header[12..], (ushort)(headerLength / 4 << 12 | (int)seg.Control & 0x1FF));
        BinaryPrimitives.WriteUInt16BigEndian(header[14..], seg.Wnd);
        BinaryPrimitives.WriteUInt32BigEndian(header[16..], seg.Up);
        OptionsWriter.Write(header[SegmentReader.MinHeaderLength..], in options);
        var pseudo = PseudoHeader.Sum(tuple.Local, tuple.Remote, IpProtocol.Tcp, octets.Length);
        BinaryPrimitives.WriteUInt16BigEndian(header[16..], isWhole ? InternetChecksum.Compute(octets, pseudo) : (ushort)~InternetChecksum.Finish(pseudo));
    }
}
