namespace ActorTcp.Protocol;

/// <summary>What the first step makes of a segment.</summary>
internal enum SequenceCheck : byte
{
    Unacceptable,
    Acceptable,

    /// <summary>At a closed window: its ACK, URG and RST are processed on, its text and FIN are not.</summary>
    ControlOnly,
}
