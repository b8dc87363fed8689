using System.Buffers.Binary;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 9293 §3.1: what is refused of a TCP header and why.</summary>
public sealed class TcpHeaders
{
    private readonly byte[] _packet = Samples.Hex(Captured.SynV4);

    [Theory, InlineData(0x40), InlineData(0x00), InlineData(0xB0), InlineData(0xF0)]
    [SubtleCase(36)]
    public void A_data_offset_below_five_words_or_past_the_end_is_refused(byte offset)
    {
        _packet[32] = offset;
        ReferenceChecksum.Repair(_packet);
        Assert.Equal(DropReason.BadDataOffset, PacketReader.Read(_packet, out _));
    }

    [Fact]
    public void Nineteen_octets_are_too_short()
    {
        var packet = _packet[..39];
        packet[3] = 39;
        ReferenceChecksum.Repair(packet);
        Assert.Equal(DropReason.TcpTooShort, PacketReader.Read(packet, out _));
    }

    [Rule("RFC 9293", "MUST-3")]
    [Theory, InlineData(Captured.TextV4, 56), InlineData(Captured.TextV4, 12 + 3), InlineData(Captured.TextV6, 8 + 15)]
    public void A_wrong_checksum_of_text_or_addresses_is_refused(string hex, int at)
    {
        var packet = Samples.Hex(hex);
        packet[at] ^= 0x10;
        if (packet[0] >> 4 == 4)
            RepairIpHeader(packet);
        Assert.Equal(DropReason.BadTcpChecksum, PacketReader.Read(packet, out _));
    }

    [Fact]
    public void All_nine_control_bits_are_read_and_the_three_reserved_ones_are_not()
    {
        (_packet[32], _packet[33]) = (0xAF, 0xFF);
        ReferenceChecksum.Repair(_packet);
        Assert.Equal(DropReason.None, PacketReader.Read(_packet, out var packet));
        Assert.Equal((ControlBits)0x1FF, packet.Tcp.Control);
    }

    private static void RepairIpHeader(byte[] packet)
    {
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(10), 0);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(10), ReferenceChecksum.Of(packet.AsSpan(0, 20)));
    }
}
