using System.Buffers.Binary;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>RFC 8200: the fixed header, and the walk over extension headers.</summary>
public sealed class Ipv6Packets
{
    private const string PadN = "0104 00000000";

    private static readonly byte[] Syn = Samples.Hex(Captured.SynV6);

    [Fact] public void Thirty_nine_octets_are_too_short() => Assert.Equal(DropReason.PacketTooShort, PacketReader.Read(Syn.AsSpan(0, 39), out _));

    [Fact]
    public void A_payload_length_above_the_packet_is_refused() =>
        Assert.Equal(DropReason.BadIpTotalLength, PacketReader.Read(Syn.AsSpan(0, Syn.Length - 1), out _));

    [Theory]
    [InlineData(60, "06 00 " + PadN)]
    [InlineData(60, "06 01 00 00 1e 01 00 00 0000 0000 0000 0000")]
    [InlineData(0, "06 00 " + PadN)]
    [InlineData(0, "3c 00 " + PadN + "06 00 " + PadN)]
    [InlineData(43, "06 02 00 00 00000000 20010db8000000000000000000000009")]
    [InlineData(44, "06 00 0000 12345678")]
    [InlineData(44, "06 00 0006 12345678")]
    [InlineData(0, "2b 00" + PadN + "3c 00 04 00 00000000" + "06 00" + PadN)]
    [Rule("RFC 8200", "§4")]
    public void Extension_headers_lead_to_the_segment(byte first, string headers)
    {
        Assert.Equal(DropReason.None, Read(first, headers, out var packet));
        Assert.Equal(IpProtocol.Tcp, packet.Ip.Protocol);
        Assert.Equal(1440, packet.Tcp.Options.Mss);
    }

    [Theory]
    [InlineData(60, "06 ff " + PadN, DropReason.BadExtensionHeader)]
    [InlineData(60, "06 00 0105 00000000", DropReason.BadExtensionHeader)]
    [InlineData(60, "06 00 00 00 00 00 00 01", DropReason.BadExtensionHeader)]
    [InlineData(60, "06 00 4104 00000000", DropReason.RefusedIpv6Option)]
    [InlineData(0, "06 00 8104 00000000", DropReason.RefusedIpv6Option)]
    [InlineData(0, "06 00 c204 00010000", DropReason.RefusedIpv6Option)]
    [InlineData(60, "00 00 " + PadN + "06 00 " + PadN, DropReason.BadExtensionHeader)]
    [InlineData(43, "06 00 04 01 00000000", DropReason.RoutedOnward)]
    [InlineData(44, "06 00 0001 12345678", DropReason.Fragment)]
    [InlineData(44, "06 00 0008 12345678", DropReason.Fragment)]
    [InlineData(59, "", DropReason.NoNextHeader)]
    [InlineData(60, "3b 00 " + PadN, DropReason.NoNextHeader)]
    [InlineData(17, "", DropReason.UnknownProtocol)]
    [InlineData(1, "", DropReason.UnknownProtocol)]
    [InlineData(50, "", DropReason.UnknownProtocol)]
    [InlineData(51, "06 04 00000000", DropReason.UnknownProtocol)]
    [SubtleCase(40)]
    [Rule("RFC 5722", "§4")]
    public void What_a_host_must_not_accept_is_refused(byte first, string headers, Enum reason) =>
        Assert.Equal((DropReason)reason, Read(first, headers, out _));

    [Theory, InlineData(8, DropReason.None), InlineData(9, DropReason.BadExtensionHeader)]
    public void Eight_extension_headers_are_enough(int count, Enum reason) =>
        Assert.Equal((DropReason)reason, Read(60, string.Concat(Enumerable.Repeat("3c00" + PadN, count - 1)) + "0600" + PadN, out _));

    [Theory, InlineData(8), InlineData(24)]
    public void An_IPv4_address_in_IPv6_clothes_is_refused(int at)
    {
        var packet = Syn.ToArray();
        Samples.Hex("00000000000000000000ffffc0000201").CopyTo(packet, at);
        ReferenceChecksum.Repair(packet);
        Assert.Equal(DropReason.MappedAddress, PacketReader.Read(packet, out _));
    }

    private static DropReason Read(byte first, string headers, out Packet packet)
    {
        byte[] octets = [.. Syn.AsSpan(0, 40), .. Samples.Hex(headers), .. Syn.AsSpan(40)];
        octets[6] = first;
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(4), (ushort)(octets.Length - 40));
        return PacketReader.Read(octets, out packet);
    }
}
