using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>Packets that Linux sent are read as what they were, and written again octet for octet.</summary>
public sealed class CapturedPackets
{
    public static TheoryData<string> Segments => [.. Captured.Segments];

    public static TheoryData<string> All => [.. Captured.All];

    [Theory]
    [InlineData(Captured.SynV4, "S 3723897415:3723897415(0) win 64240 <mss 1460,sackOK,TS val 3051150672 ecr 0,nop,wscale 10>")]
    [InlineData(Captured.SynAckV4, "S. 740205728:740205728(0) ack 3723897416 win 65160 <mss 1460,sackOK,TS val 280649683 ecr 3051150672,nop,wscale 10>")]
    [InlineData(Captured.TextV4, "P. 3723897416:3723897421(5) ack 740205729 win 63 <nop,nop,TS val 3051150672 ecr 280649683>")]
    [InlineData(Captured.FinV4, "F. 3723897421:3723897421(0) ack 740205729 win 63 <nop,nop,TS val 3051150773 ecr 280649683>")]
    [InlineData(Captured.RstV4, "R. 0:0(0) ack 890790153 win 0")]
    [InlineData(Captured.SynAckV6, "S. 3723595550:3723595550(0) ack 598146155 win 64260 <mss 1440,sackOK,TS val 4091995297 ecr 755195697,nop,wscale 10>")]
    public void They_read_as_tshark_reads_them(string hex, string expected)
    {
        Assert.Equal(DropReason.None, PacketReader.Read(Samples.Hex(hex), out var packet));
        Assert.Equal(expected, SegmentText.Format(in packet.Tcp));
    }

    [Theory, MemberData(nameof(Segments))]
    public void They_are_written_again_octet_for_octet(string hex)
    {
        var captured = Samples.Hex(hex);
        Assert.Equal(DropReason.None, PacketReader.Read(captured, out var packet));
        var path = new PathAttributes(packet.Ip.HopLimit, packet.Ip.TrafficClass, packet.Ip.FlowLabel, packet.Ip.Identification);
        var written = new byte[captured.Length];

        Assert.Equal(captured.Length, SegmentWriter.Write(written, packet.Tuple.Reversed, in path, in packet.Tcp));
        Assert.Equal(captured, written);
    }

    [Theory, MemberData(nameof(All))]
    public void One_flipped_bit_that_a_checksum_covers_is_found(string hex)
    {
        var packet = Samples.Hex(hex);
        var covered = packet[0] >> 4 == 4 ? 0 : 40;
        for (var bit = covered * 8; bit < packet.Length * 8; bit++)
        {
            packet[bit / 8] ^= (byte)(1 << bit % 8);
            Assert.NotEqual(DropReason.None, PacketReader.Read(packet, out _));
            packet[bit / 8] ^= (byte)(1 << bit % 8);
        }
    }

    [Theory, MemberData(nameof(All))]
    public void Cut_off_anywhere_they_are_refused(string hex)
    {
        var packet = Samples.Hex(hex);
        for (var length = 0; length < packet.Length; length++)
            Assert.NotEqual(DropReason.None, PacketReader.Read(packet.AsSpan(0, length), out _, ChecksumCheck.Trusted));
    }
}
