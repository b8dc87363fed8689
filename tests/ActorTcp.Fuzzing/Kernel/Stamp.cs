namespace ActorTcp.Fuzzing;

/// <summary>The timestamps option of a segment (RFC 7323 §3).</summary>
internal enum Stamp
{
    None,

    /// <summary>Newer than the one before.</summary>
    Newer,

    /// <summary>As the one before.</summary>
    Same,

    /// <summary>Older than any before: an old duplicate.</summary>
    Older,
}
