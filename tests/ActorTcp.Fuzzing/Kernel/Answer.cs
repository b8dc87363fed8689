using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>A segment that a stack has sent, kept beyond its buffer.</summary>
internal static class Answer
{
    public static SegmentCopy Of(in Segment seg) => new(seg.Seq, seg.Ack, seg.Control, seg.Wnd, seg.Text.ToArray()) { Options = seg.Options };
}
