namespace ActorTcp.Protocol;

/// <summary>Whether a connection finds out by itself how large its packets may be: packetization layer path MTU discovery, RFC 4821.</summary>
public enum MtuProbing
{
    /// <summary>Only what ICMP reports is believed.</summary>
    Off,

    /// <summary>When large segments vanish without a report, smaller ones are tried.</summary>
    OnBlackHole,

    /// <summary>Every connection begins with small segments and tries larger ones.</summary>
    Always,
}
