namespace ActorTcp.Wire;

/// <summary>What the network layer is told about a packet to be sent: the fields that no segment decides.</summary>
/// <param name="HopLimit">IPv4 Time to Live or IPv6 Hop Limit (RFC 9293 MUST-49: configurable).</param>
/// <param name="TrafficClass">DSCP in the upper six bits, ECN in the lower two.</param>
/// <param name="FlowLabel">IPv6 only: 20 bits (RFC 6437).</param>
/// <param name="Identification">IPv4 only; without meaning while DF is set, as it always is here (RFC 6864 §4.1).</param>
internal readonly record struct PathAttributes(byte HopLimit, byte TrafficClass = 0, uint FlowLabel = 0, ushort Identification = 0)
{
    /// <summary>Hop limit 64, the default that IANA recommends; everything else zero.</summary>
    public static PathAttributes Default => new(64);
}
