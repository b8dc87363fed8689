namespace ActorTcp.Protocol;

/// <summary>What is chosen about the secrets of SYN cookies.</summary>
public sealed record SynCookieOptions
{
    /// <summary>How long one secret makes cookies; the one before it is still believed. A cookie so lives between one and two of these.</summary>
    /// <remarks>1 second to 1 hour. Long enough for a slow client and a lost ACK, short enough that little can be guessed or stored meanwhile.</remarks>
    public TimeSpan Rotation { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// From which all secrets derive, at least 16 octets. Nodes that share it (and the time of day) believe each other's cookies;
    /// empty takes one from the system's cryptographic source, or from the stack's seed.
    /// </summary>
    public ReadOnlyMemory<byte> Key { get; init; }
}
