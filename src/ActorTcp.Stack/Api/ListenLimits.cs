using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What holds against floods and crowds at one listener. It may change while the listener runs: <see cref="TcpListener.ChangeAsync"/>.</summary>
public record ListenLimits
{
    /// <summary>What is kept about a peer that has not proved its address.</summary>
    public HalfOpenPolicy Policy { get; init; } = HalfOpenPolicy.Hybrid;

    /// <summary>Peers that have sent a SYN and have not proved their address, per shard; what happens to further SYNs is the policy's business.</summary>
    public int HalfOpenLimit { get; init; } = 16384;

    /// <summary>Octets that such peers may cost together, per shard: with dear ones this is reached before <see cref="HalfOpenLimit"/>.</summary>
    public long HalfOpenMemory { get; init; } = 64 << 20;

    /// <summary>When the policy sees a flood, and when its end.</summary>
    public FloodThresholds Flood { get; init; } = new();

    /// <summary>How many SYNs a source may send; null sets no limit.</summary>
    public SynBudgets? Budgets { get; init; }

    /// <summary>SYN-ACKs, first and repeated ones, per second and shard, so that nobody can use the listener as a reflector; null sets no limit.</summary>
    public int? SynAcksPerSecond { get; init; }

    /// <summary>Established connections that wait to be accepted; while there are as many, SYNs are dropped.</summary>
    public int Backlog { get; init; } = 4096;

    /// <summary>
    /// Connections that a TCP Fast Open cookie may let in before their final ACK, per shard (RFC 7413 §4.2.2, PendingFastOpenRequests); 0, the default, offers no Fast Open.
    /// The application must bear with a request that comes twice (RFC 7413 §6.1).
    /// </summary>
    public int FastOpenLimit { get; init; }
}
