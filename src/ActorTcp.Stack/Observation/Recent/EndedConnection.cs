using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A connection that is over. Times are of its shard's clock.</summary>
/// <param name="WasOpened">Whether the application ever had it.</param>
/// <param name="History">Null when the stack keeps none.</param>
internal readonly record struct EndedConnection(
    long Id,
    FourTuple Tuple,
    TimeSpan Began,
    TimeSpan Ended,
    ConnectionEnd End,
    bool WasOpened,
    string? Service,
    ConnectionHistory? History);
