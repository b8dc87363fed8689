namespace ActorTcp.Stack;

internal enum HistoryEntryKind : byte
{
    SegmentIn,
    SegmentOut,
    StateChanged,
    Signal,
}
