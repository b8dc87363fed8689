namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.2: the options of one segment as values, parsed or about to be written. A field means something only when <see cref="Present"/> names it.</summary>
internal struct TcpOptions
{
    /// <summary>Which of the fields below were present.</summary>
    public OptionKinds Present;

    /// <summary>Kind 2: the largest segment text the sender wants to receive, in octets.</summary>
    public ushort Mss;

    /// <summary>Kind 3 (RFC 7323 §2): shift count as sent, 0–255; more than 14 counts as 14.</summary>
    public byte WindowScale;

    /// <summary>Kind 5: how many of <see cref="Sacks"/> are valid, 0–4.</summary>
    public byte SackCount;

    /// <summary>Kind 34: length of <see cref="Cookie"/>, 0 for a cookie request.</summary>
    public byte CookieLength;

    /// <summary>Kind 28 (RFC 5482): granularity bit and 15 bits of timeout, as sent.</summary>
    public ushort UserTimeout;

    /// <summary>Kind 8 (RFC 7323 §3): TSval.</summary>
    public uint TsVal;

    /// <summary>Kind 8 (RFC 7323 §3): TSecr, meaningful only on a segment with ACK.</summary>
    public uint TsEcr;

    public SackBlocks Sacks;

    public FastOpenCookie Cookie;

    public readonly bool Has(OptionKinds kinds) => (Present & kinds) == kinds;
}
