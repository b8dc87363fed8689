using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>From which numbers a ladder counts: the initial sequence numbers of both ends.</summary>
internal readonly record struct LadderOrigins(SeqNum Left, SeqNum Right)
{
    /// <summary>What an end has not told itself is taken from what arrived at the other.</summary>
    public static LadderOrigins Of(LadderEnd left, LadderEnd right) => new(
        First(Sent(left).Concat(Received(right))),
        First(Sent(right).Concat(Received(left))));

    /// <summary>Where no SYN was kept, the segment that acknowledges both tells their numbers. Its sender stands on the left.</summary>
    public static LadderOrigins OfFinalAck(LadderEnd right) =>
        Received(right).FirstOrDefault() is { HasAck: true } ack ? new(ack.Seq - 1, ack.Ack - 1) : default;

    public LadderSegment Number(HistoryEntry segment, bool toRight) =>
        toRight ? LadderSegment.From(in segment, Left, Right) : LadderSegment.From(in segment, Right, Left);

    private static IEnumerable<HistoryEntry> Sent(LadderEnd end) => end.History.Where(entry => entry.Kind == HistoryEntryKind.SegmentOut);

    private static IEnumerable<HistoryEntry> Received(LadderEnd end) => end.History.Where(entry => entry.Kind == HistoryEntryKind.SegmentIn);

    /// <summary>The number of the first SYN; without one, that of the first segment.</summary>
    private static SeqNum First(IEnumerable<HistoryEntry> sent)
    {
        var segments = sent.ToArray();
        return Array.Find(segments, segment => segment.HasSyn) is { HasSyn: true } syn ? syn.Seq : segments.FirstOrDefault().Seq;
    }
}
