using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>A line of the event log. What an event does not have, its line does not have either.</summary>
internal sealed record StackEvent
{
    /// <summary>UTC.</summary>
    public required DateTimeOffset At { get; init; }

    public required EventKind Event { get; init; }

    /// <summary>The connection's number, the same in every output.</summary>
    public long? Id { get; init; }

    public IPEndPoint? Local { get; init; }

    public IPEndPoint? Remote { get; init; }

    /// <summary>What the listener is called.</summary>
    public string? Service { get; init; }

    /// <summary>The listener's port, where the event is about no connection; 0 for one that has every other port.</summary>
    public int? Port { get; init; }

    /// <summary>Of an opened one: whether this side asked for it.</summary>
    public bool? Active { get; init; }

    /// <summary>Of a closed one: how it ended for its user.</summary>
    public ConnectionEnd? End { get; init; }

    /// <summary>Of a closed one: what moved it out of its last state.</summary>
    public Cause? Cause { get; init; }

    /// <summary>Of a closed one: its last state.</summary>
    public TcpState? Left { get; init; }

    /// <summary>Since the connection began.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>The counter that counted a decision of the listener: it says what was decided, and why.</summary>
    public string? Counter { get; init; }

    public HalfOpenPolicy? Former { get; init; }

    public HalfOpenPolicy? Policy { get; init; }

    /// <summary>How many were suppressed.</summary>
    public long? Count { get; init; }
}
