using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>How two stacks answer one step.</summary>
/// <param name="Before">The steps before.</param>
/// <param name="Standing">Where our connection stood.</param>
/// <param name="Segment">What arrived at our stack; null when the step was a call.</param>
internal sealed record Difference(IReadOnlyList<Step> Before, Step? Step, Standing Standing, SegmentCopy? Segment, IReadOnlyList<string> Ours, IReadOnlyList<string> Kernels)
{
    /// <summary>Whether they answer it differently. What a stack says of its window when the user reads is its own affair.</summary>
    public bool IsThere => Step is not CallStep { Call: UserCall.Receive } && !Ours.SequenceEqual(Kernels);

    public TcpState State => Standing.State;

    public bool OursIsSilent => Ours.Count == 0;

    public bool KernelIsSilent => Kernels.Count == 0;

    /// <summary>SEG.LEN</summary>
    public int Length => Segment is { } segment ? (int)segment.AsSegment().Len : 0;

    /// <summary>How far SEG.SEQ is beyond RCV.NXT.</summary>
    public int Ahead => Segment is { } segment ? segment.Seq - Standing.RcvNxt : 0;

    /// <summary>Whether a segment with all of these control bits has arrived.</summary>
    public bool Has(ControlBits bits) => Segment is { } segment && (segment.Control & bits) == bits;
}
