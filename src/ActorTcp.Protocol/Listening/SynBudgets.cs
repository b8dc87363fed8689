namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3.1, filtering: how many SYNs a source may send, before any work is done for them. They help against real sources; a spoofed flood has as many as it likes.</summary>
/// <remarks>The memory is fixed in advance. Each shard counts for itself, and a source's connections spread over the shards.</remarks>
public sealed record SynBudgets
{
    /// <summary>SYNs of one address, per second and shard; as many can be saved up.</summary>
    public int PerSource { get; init; } = 100;

    /// <summary>SYNs of all addresses of one prefix, per second and shard; as many can be saved up.</summary>
    public int PerPrefix { get; init; } = 2000;

    /// <summary>Bits of an IPv4 address that name its network, 1 to 32.</summary>
    public int PrefixLengthV4 { get; init; } = 24;

    /// <summary>Bits of an IPv6 address that name its network, 1 to 128.</summary>
    public int PrefixLengthV6 { get; init; } = 48;

    /// <summary>Bits of an IPv6 address that count as one source, 1 to 128: whoever has a /64 has all of its addresses.</summary>
    public int SourceLengthV6 { get; init; } = 64;

    /// <summary>Counters in each of the four rows of a sketch, per listener and shard: a power of two, at most 65,536. Each is 64 octets of memory, for sources and prefixes together.</summary>
    public int Width { get; init; } = 4096;
}
