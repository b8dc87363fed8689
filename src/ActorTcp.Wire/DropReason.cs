namespace ActorTcp.Wire;

/// <summary>Why a packet ended in the reader. One counter each; what a healthy packet is refused for is policy and named elsewhere.</summary>
internal enum DropReason : byte
{
    /// <summary>The packet is sound.</summary>
    None = 0,

    /// <summary>Fewer octets than the fixed header of its IP version.</summary>
    PacketTooShort,

    /// <summary>The version nibble is neither 4 nor 6.</summary>
    BadVersion,

    /// <summary>RFC 791 §3.1: IHL under five words, or past the end of the packet.</summary>
    BadIpHeaderLength,

    /// <summary>The IP length field says less than the header, or more than arrived.</summary>
    BadIpTotalLength,

    /// <summary>RFC 1122 §3.2.1.2: the IPv4 header checksum does not verify.</summary>
    BadIpChecksum,

    /// <summary>A piece of a datagram: with path MTU discovery at both ends TCP makes none, and reassembly is an attack surface.</summary>
    Fragment,

    /// <summary>RFC 4291 §2.5.5.2 addresses stand for IPv4 nodes inside a host; on the wire they would pass for an IPv4 peer.</summary>
    MappedAddress,

    /// <summary>RFC 8200 §4: an extension header that is cut off, out of place, or one of too many.</summary>
    BadExtensionHeader,

    /// <summary>RFC 8200 §4.2: an option not known here whose two high bits ask for the packet to be discarded.</summary>
    RefusedIpv6Option,

    /// <summary>RFC 8200 §4.4: a routing header with segments left asks a host to forward.</summary>
    RoutedOnward,

    /// <summary>RFC 8200 §4.7: next header 59, nothing follows.</summary>
    NoNextHeader,

    /// <summary>Neither TCP nor the ICMP of its IP version.</summary>
    UnknownProtocol,

    /// <summary>Fewer than the 20 octets of a TCP header.</summary>
    TcpTooShort,

    /// <summary>RFC 9293 §3.1: Data Offset under five words, or past the end of the segment.</summary>
    BadDataOffset,

    /// <summary>RFC 9293 §3.1 MUST-3: the TCP checksum does not verify (Linux: <c>TcpInCsumErrors</c>).</summary>
    BadTcpChecksum,

    /// <summary>Fewer than the 8 octets of an ICMP header.</summary>
    IcmpTooShort,

    /// <summary>RFC 792, RFC 4443 §2.3: the ICMP checksum does not verify (Linux: <c>IcmpInCsumErrors</c>).</summary>
    BadIcmpChecksum,
}
