namespace ActorTcp.Stack;

/// <summary>How much of a segment's way one rung shows.</summary>
internal enum LadderPassage : byte
{
    /// <summary>It arrived before anything else happened that matters.</summary>
    Whole,

    /// <summary>It leaves; its arrival follows further down.</summary>
    Departs,

    /// <summary>It arrives late, or once more.</summary>
    Arrives,

    /// <summary>It never arrived.</summary>
    Lost,
}
