namespace ActorTcp.Wire;

/// <summary>What both versions of IP say about a packet, with the few fields that only one of them has.</summary>
internal readonly struct IpHeader
{
    public IpAddr Source { get; init; }

    public IpAddr Destination { get; init; }

    /// <summary>What the payload is, after IPv6 extension headers.</summary>
    public IpProtocol Protocol { get; init; }

    /// <summary>IPv4 Time to Live or IPv6 Hop Limit.</summary>
    public byte HopLimit { get; init; }

    /// <summary>DSCP in the upper six bits (RFC 2474), ECN in the lower two (RFC 3168 §5).</summary>
    public byte TrafficClass { get; init; }

    public EcnCodepoint Ecn => (EcnCodepoint)(TrafficClass & 3);

    /// <summary>IPv4 only (RFC 6864).</summary>
    public ushort Identification { get; init; }

    /// <summary>IPv4: the DF bit. IPv6: always, no router fragments.</summary>
    public bool DontFragment { get; init; }

    /// <summary>IPv6 only: 20 bits (RFC 6437).</summary>
    public uint FlowLabel { get; init; }

    public bool IsV4 => Source.IsV4;
}
