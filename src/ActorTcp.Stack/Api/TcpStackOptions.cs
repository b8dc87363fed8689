using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What is chosen once for a whole stack.</summary>
public sealed record TcpStackOptions
{
    /// <summary>What metrics and traces call the stack, such as the name of its device.</summary>
    public string Name { get; init; } = "";

    /// <summary>Settings of active opens; its MSL, its RFC 1337 choice, its hop limit and DSCP are those of every connection in TIME-WAIT, and the latter two of resets for nobody.</summary>
    public ConnectionSettings Connection { get; init; } = ConnectionSettings.Default;

    /// <summary>
    /// Octets per shard for buffers that grow: what receive windows promise beyond <see cref="ConnectionSettings.ReceiveBuffer"/>, all connections together, and, counted
    /// by itself, what buffers may hold before those for sending stay at <see cref="ConnectionSettings.SendBuffer"/>.
    /// </summary>
    public long BufferBudget { get; init; } = 256 * 1024 * 1024;

    /// <summary>Records in TIME-WAIT, per shard, before the oldest ends early.</summary>
    public int TimeWaitLimit { get; init; } = 1 << 20;

    /// <summary>RSTs to segments that belong to no connection, per second and shard.</summary>
    public int ResetsPerSecond { get; init; } = 1000;

    /// <summary>Challenge ACKs of all connections together, per second and shard: so many in the mean, for the limit of each second is drawn (RFC 5961 §7, CVE-2016-5696). Each connection has its own limit besides.</summary>
    public int ChallengesPerSecond { get; init; } = 1000;

    /// <summary>ACKs to doubtful segments for connections in TIME-WAIT, per second and shard; a repeated FIN is always acknowledged.</summary>
    public int TimeWaitAcksPerSecond { get; init; } = 1000;

    /// <summary>ICMP echo replies, per second and shard.</summary>
    public int IcmpPerSecond { get; init; } = 1000;

    /// <summary>The secrets of SYN cookies, which all listeners share.</summary>
    public SynCookieOptions SynCookies { get; init; } = new();

    public FastOpenOptions FastOpen { get; init; } = new();

    /// <summary>Whether each connection remembers its events: about 240 octets while it is idle.</summary>
    public bool KeepHistory { get; init; } = true;

    /// <summary>Connections that are remembered after their end, with their histories, per shard; and as many of those that never opened. 0 remembers none.</summary>
    public int EndedConnectionsKept { get; init; } = 64;

    /// <summary>Rounds that a shard goes on looking for packets before its thread parks.</summary>
    public int SpinRounds { get; init; }

    /// <summary>Makes the secrets predictable, for experiments that are to be repeated; null takes them from the system's cryptographic source.</summary>
    public int? Seed { get; init; }

    public TimeProvider Time { get; init; } = TimeProvider.System;
}
