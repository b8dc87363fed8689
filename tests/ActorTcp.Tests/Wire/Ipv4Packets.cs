using System.Buffers.Binary;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 791: what is refused and why, and what is skipped.</summary>
public sealed class Ipv4Packets
{
    private readonly byte[] _packet = Samples.Hex(Captured.SynV4);

    [Fact] public void An_empty_packet_is_too_short() => Assert.Equal(DropReason.PacketTooShort, PacketReader.Read([], out _));

    [Fact] public void Nineteen_octets_are_too_short() => Assert.Equal(DropReason.PacketTooShort, PacketReader.Read(_packet.AsSpan(0, 19), out _));

    [Theory, InlineData(0x05), InlineData(0x55), InlineData(0x75), InlineData(0xF5)]
    public void Versions_other_than_4_and_6_are_refused(byte first) => Refused(DropReason.BadVersion, 0, first);

    [Theory, InlineData(0x40), InlineData(0x44)]
    public void A_header_of_less_than_five_words_is_refused(byte first) => Refused(DropReason.BadIpHeaderLength, 0, first);

    [Fact]
    public void A_header_past_the_end_is_refused() =>
        Assert.Equal(DropReason.BadIpHeaderLength, PacketReader.Read([0x4F, .. _packet.AsSpan(1, 39)], out _));

    [Theory, InlineData(0, 19), InlineData(0, 61), InlineData(255, 255)]
    public void A_total_length_below_the_header_or_above_the_packet_is_refused(byte high, byte low) =>
        Refused(DropReason.BadIpTotalLength, 2, high, low);

    [Fact] public void A_wrong_header_checksum_is_refused() => Refused(DropReason.BadIpChecksum, 8, 63);

    [Theory, InlineData(0x20, 0x00), InlineData(0x00, 0x01), InlineData(0x3F, 0xFF)]
    [SubtleCase(40)]
    public void More_fragments_or_an_offset_make_a_fragment(byte high, byte low)
    {
        (_packet[6], _packet[7]) = (high, low);
        ReferenceChecksum.Repair(_packet);
        Refused(DropReason.Fragment);
    }

    [Theory, InlineData(17), InlineData(58), InlineData(0), InlineData(41)]
    public void Other_protocols_are_refused_and_their_header_is_there_to_be_answered(byte protocol)
    {
        _packet[9] = protocol;
        ReferenceChecksum.Repair(_packet);
        Assert.Equal(DropReason.UnknownProtocol, PacketReader.Read(_packet, out var packet));
        Assert.Equal(IpAddr.Parse("10.77.0.1"), packet.Ip.Source);
    }

    [Rule("RFC 9293", "MUST-50")]
    [Theory, InlineData(1), InlineData(7), InlineData(10)]
    public void Options_are_skipped_whatever_they_are(int words)
    {
        var packet = new byte[_packet.Length + 4 * words];
        _packet.AsSpan(0, 20).CopyTo(packet);
        new Random(words).NextBytes(packet.AsSpan(20, 4 * words));
        _packet.AsSpan(20).CopyTo(packet.AsSpan(20 + 4 * words));
        packet[0] = (byte)(0x45 + words);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        ReferenceChecksum.Repair(packet);

        Assert.Equal(DropReason.None, PacketReader.Read(packet, out var read));
        Assert.Equal(1460, read.Tcp.Options.Mss);
    }

    [Fact]
    public void A_trusted_packet_is_not_summed()
    {
        _packet[8] ^= 1;
        _packet[30] ^= 1;
        Assert.Equal(DropReason.None, PacketReader.Read(_packet, out _, ChecksumCheck.Trusted));
    }

    private void Refused(DropReason reason, int at = 0, params byte[] octets)
    {
        octets.CopyTo(_packet, at);
        Assert.Equal(reason, PacketReader.Read(_packet, out _));
    }
}
