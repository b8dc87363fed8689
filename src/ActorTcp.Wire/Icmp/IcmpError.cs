namespace ActorTcp.Wire;

/// <summary>What an ICMP error says, whatever its IP version.</summary>
internal enum IcmpError : byte
{
    /// <summary>Not an error: an echo, an advertisement, a query.</summary>
    None = 0,
    NetUnreachable,
    HostUnreachable,

    /// <summary>Hard (RFC 9293 SHLD-26). In IPv6 a Parameter Problem of code 1.</summary>
    ProtocolUnreachable,

    /// <summary>Hard (RFC 9293 SHLD-26).</summary>
    PortUnreachable,

    /// <summary>RFC 1191, RFC 8201; <see cref="IcmpMessage.Mtu"/> says what would fit. IPv4 calls it Fragmentation Needed.</summary>
    PacketTooBig,
    SourceRouteFailed,
    AdministrativelyProhibited,
    TimeExceeded,
    ParameterProblem,

    /// <summary>Deprecated by RFC 6633; MUST-55: silently dropped.</summary>
    SourceQuench,

    /// <summary>An error of a type or code that is not known here.</summary>
    Other,
}
