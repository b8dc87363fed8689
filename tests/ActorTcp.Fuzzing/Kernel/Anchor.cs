namespace ActorTcp.Fuzzing;

/// <summary>What a sequence or acknowledgment number is counted from.</summary>
internal enum Anchor
{
    /// <summary>The number that is expected next: RCV.NXT for a sequence number, SND.NXT for an acknowledgment, as the stack has told them.</summary>
    Next,

    /// <summary>The right edge of the window that the stack offers; for an acknowledgment, what was acknowledged before.</summary>
    Edge,

    /// <summary>The initial number.</summary>
    Initial,
}
