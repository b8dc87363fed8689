using System.Net;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>How a listener stands, over all shards.</summary>
/// <param name="Service">As <see cref="ListenOptions.Name"/> has it.</param>
/// <param name="Pressure">That of the most pressed shard.</param>
/// <param name="HalfOpen">Peers that have sent a SYN and have not proved their address.</param>
/// <param name="HalfOpenLimit">What <paramref name="HalfOpen"/> may reach: the limits of all shards together, as far as the policy can afford them.</param>
/// <param name="SynCache">How many of <paramref name="HalfOpen"/> are records in the SYN cache.</param>
/// <param name="AcceptQueue">Established connections that wait to be accepted.</param>
/// <param name="Backlog">What <paramref name="AcceptQueue"/> may reach.</param>
public sealed record ListenerReading(
    ushort Port,
    IReadOnlyList<IPNetwork> Prefixes,
    string? Service,
    HalfOpenPolicy Policy,
    Pressure Pressure,
    int HalfOpen,
    int HalfOpenLimit,
    int SynCache,
    int AcceptQueue,
    int Backlog);
