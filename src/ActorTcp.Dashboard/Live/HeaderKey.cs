using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>By which a segment on the wire is known again in a history.</summary>
internal readonly record struct HeaderKey(FourTuple Tuple, bool IsInbound, SeqNum Seq, SeqNum Ack, ControlBits Control)
{
    public static HeaderKey Of(in FourTuple tuple, in HistoryEntry entry) => new(tuple, entry.Kind == HistoryEntryKind.SegmentIn, entry.Seq, entry.HasAck ? entry.Ack : default, entry.Control);

    public static HeaderKey Of(in FourTuple tuple, bool isInbound, in Segment segment) => new(tuple, isInbound, segment.Seq, segment.HasAck ? segment.Ack : default, segment.Control);
}
