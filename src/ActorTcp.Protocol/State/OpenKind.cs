namespace ActorTcp.Protocol;

/// <summary>Which OPEN began a connection: SYN-RECEIVED has to remember it (RFC 9293 §3.5, MUST-11).</summary>
internal enum OpenKind : byte
{
    Passive,
    Active,
}
