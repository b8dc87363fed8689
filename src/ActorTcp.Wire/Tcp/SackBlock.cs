namespace ActorTcp.Wire;

/// <summary>RFC 2018 §3: one block of received octets, [Left, Right).</summary>
internal readonly record struct SackBlock(SeqNum Left, SeqNum Right);
