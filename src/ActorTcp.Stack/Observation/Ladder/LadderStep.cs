using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What one end does at once: it receives or sends a segment, or neither, and enters states.</summary>
/// <param name="entry">The segment; or the entry that stands for something else.</param>
internal sealed class LadderStep(HistoryEntry entry)
{
    public TimeSpan At => Entry.At;

    public HistoryEntry Entry { get; private set; } = entry;

    public bool Receives => Entry.Kind == HistoryEntryKind.SegmentIn;

    public bool Sends => Entry.Kind == HistoryEntryKind.SegmentOut;

    public List<TcpState> States { get; } = [];

    public string Note { get; private set; } = "";

    /// <summary>The same segment at the other end, where it is known.</summary>
    public LadderStep? Other { get; private set; }

    /// <summary>The state was entered in order to send this.</summary>
    public void Send(in HistoryEntry segment)
    {
        Entry = segment;
        Remark(LadderWords.Of(segment.Reason));
    }

    public void Remark(string note) => Note = Note.Length == 0 || note.Length == 0 ? Note + note : $"{Note}; {note}";

    public void Match(LadderStep other) => (Other, other.Other) = (other, this);
}
