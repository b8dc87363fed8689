namespace ActorTcp.Protocol;

/// <summary>One edge of the state diagram and the section of RFC 9293 (or another RFC, by number) that draws it.</summary>
internal readonly record struct Transition(TcpState From, Cause Cause, TcpState To, string Section);
