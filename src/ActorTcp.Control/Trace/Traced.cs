using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Control;

/// <summary>Something that has happened to a connection, as a shard hands it over.</summary>
/// <param name="End">The connection's end; then <paramref name="Entry"/> tells the time only.</param>
internal readonly record struct Traced(long Id, FourTuple Tuple, string? Service, HistoryEntry Entry, ConnectionEnd? End);
