using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Every reason for which the reader drops a packet, as <see cref="CounterCatalog"/> has the counters.</summary>
internal static class DropCatalog
{
    public static readonly IReadOnlyList<DropDescription> All =
    [
        new(DropReason.PacketTooShort, "dropped_packet_too_short", null, "packets shorter than the header of their IP version"),
        new(DropReason.BadVersion, "dropped_bad_version", null, "packets of neither IPv4 nor IPv6"),
        new(DropReason.BadIpHeaderLength, "dropped_bad_ip_header_length", null, "packets whose IP header has a length that cannot be"),
        new(DropReason.BadIpTotalLength, "dropped_bad_ip_total_length", null, "packets whose IP header says less than itself, or more than arrived"),
        new(DropReason.BadIpChecksum, "dropped_bad_ip_checksum", null, "packets whose IPv4 header checksum is wrong"),
        new(DropReason.Fragment, "dropped_fragment", null, "fragments, which are not put together here"),
        new(DropReason.MappedAddress, "dropped_mapped_address", null, "IPv6 packets with an address that stands for an IPv4 one"),
        new(DropReason.BadExtensionHeader, "dropped_bad_extension_header", null, "IPv6 packets with an extension header cut off, out of place, or one of too many"),
        new(DropReason.RefusedIpv6Option, "dropped_refused_ipv6_option", null, "IPv6 packets with an unknown option that asks for the packet to be discarded"),
        new(DropReason.RoutedOnward, "dropped_routed_onward", null, "IPv6 packets that ask to be forwarded"),
        new(DropReason.NoNextHeader, "dropped_no_next_header", null, "IPv6 packets that end after their headers"),
        new(DropReason.UnknownProtocol, "dropped_unknown_protocol", "IpInUnknownProtos", "packets of neither TCP nor ICMP"),
        new(DropReason.TcpTooShort, "dropped_tcp_too_short", null, "segments shorter than a TCP header"),
        new(DropReason.BadDataOffset, "dropped_bad_data_offset", null, "segments whose Data Offset cannot be"),
        new(DropReason.BadTcpChecksum, "dropped_bad_tcp_checksum", "TcpInCsumErrors", "segments whose checksum is wrong"),
        new(DropReason.IcmpTooShort, "dropped_icmp_too_short", null, "ICMP messages shorter than their header"),
        new(DropReason.BadIcmpChecksum, "dropped_bad_icmp_checksum", "IcmpInCsumErrors", "ICMP messages whose checksum is wrong"),
    ];
}
