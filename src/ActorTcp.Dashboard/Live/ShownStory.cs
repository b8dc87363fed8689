using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>A connection with its ladder.</summary>
public sealed class ShownStory
{
    internal ShownStory(ConnectionStory story) => (Story, Picture) = (story, new LadderPicture(story.ToLadder()));

    internal ConnectionStory Story { get; }

    internal LadderPicture Picture { get; }

    /// <summary>The header of the segment on a rung; null where the rung has none.</summary>
    internal HeaderPicture? HeaderOf(int rung, HeaderMemory headers)
    {
        if (Picture.Rungs.ElementAtOrDefault(rung)?.Rung is not { Entry: { } entry, Segment: { } numbered })
        {
            return null;
        }

        var ours = entry.Kind == HistoryEntryKind.SegmentOut;
        var (local, remote) = (Story.Tuple.LocalPort, Story.Tuple.RemotePort);
        return new HeaderPicture(in entry, numbered, ours ? (local, remote) : (remote, local), headers.Find(Story.Tuple, in entry));
    }
}
