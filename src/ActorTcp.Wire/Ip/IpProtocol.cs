namespace ActorTcp.Wire;

/// <summary>The numbers of the IPv4 Protocol and IPv6 Next Header fields (IANA) that mean something here.</summary>
internal enum IpProtocol : byte
{
    /// <summary>RFC 8200 §4.3, only directly after the fixed header.</summary>
    HopByHopOptions = 0,
    Icmp = 1,
    Tcp = 6,

    /// <summary>RFC 8200 §4.4</summary>
    Routing = 43,

    /// <summary>RFC 8200 §4.5</summary>
    Fragment = 44,
    IcmpV6 = 58,

    /// <summary>RFC 8200 §4.7</summary>
    NoNextHeader = 59,

    /// <summary>RFC 8200 §4.6</summary>
    DestinationOptions = 60,
}
