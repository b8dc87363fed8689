using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>What a <see cref="ConnectionFilter"/> judges by.</summary>
/// <param name="Id">Null for what is no connection.</param>
internal readonly record struct FilterSubject(FourTuple Tuple, TcpState State, long? Id);
