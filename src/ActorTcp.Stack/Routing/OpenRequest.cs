using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>An active OPEN on its way to a shard.</summary>
/// <param name="Tuple">With local port 0 the shard chooses one.</param>
/// <param name="FastOpenText">What the SYN may carry already; null without Fast Open.</param>
/// <param name="Refused">Called when no port is free, or the tuple is taken.</param>
internal readonly record struct OpenRequest(FourTuple Tuple, ConnectionSettings Settings, InlineProtocol Protocol, Action Refused, ReadOnlyMemory<byte>? FastOpenText = null);
