namespace ActorTcp.Protocol;

/// <summary>What the timestamp of a segment says, once timestamps are agreed on.</summary>
internal enum TimestampCheck : byte
{
    Fine,

    /// <summary>RFC 7323 §3.2: silently dropped, whatever else it says; a reset may do without.</summary>
    Missing,

    /// <summary>RFC 7323 §5.3 R1 (PAWS): an old duplicate, acknowledged and dropped.</summary>
    Old,
}
