using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Control;

/// <summary>An event as a shard hands it over: values only.</summary>
internal readonly record struct Observed
{
    public TimeSpan At { get; init; }

    public EventKind Kind { get; init; }

    public long? Id { get; init; }

    public FourTuple Tuple { get; init; }

    public TcpListener? Listener { get; init; }

    public bool? Active { get; init; }

    public ConnectionEnd? End { get; init; }

    public Cause? Cause { get; init; }

    public TcpState? Left { get; init; }

    public TimeSpan? Age { get; init; }

    public Counter? What { get; init; }

    public HalfOpenPolicy? Former { get; init; }

    public HalfOpenPolicy? Policy { get; init; }
}
