using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>How often an edge of the state diagram of RFC 9293 §3.3.2 was taken.</summary>
/// <param name="Section">The section of RFC 9293 (or another RFC, by number) that draws the edge.</param>
public readonly record struct EdgeReading(TcpState From, Cause Cause, TcpState To, string Section, long Count);
