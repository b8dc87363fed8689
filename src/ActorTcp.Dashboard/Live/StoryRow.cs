using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>A connection as one line of a list.</summary>
public sealed class StoryRow
{
    internal StoryRow(ConnectionStory story, Sight sight)
    {
        Story = story;
        When = story.Ended is { } ended ? $"{Elapsed.Of(sight.Reading.Age - ended)} ago" : Elapsed.Of(sight.Reading.Age - story.Began);
    }

    internal ConnectionStory Story { get; }

    internal string State => Story.Ended is null ? LadderWords.Of(Story.State) : EndWords.Of(Story.End);

    internal string Phase => Story.Ended is not null && Story.End != ConnectionEnd.Closed ? "phase-broken" : StateWords.Phase(Story.State);

    internal string Local => EndPointText.Of(Story.Tuple.Local, Story.Tuple.LocalPort);

    internal string Remote => EndPointText.Of(Story.Tuple.Remote, Story.Tuple.RemotePort);

    internal string Queues => Story.Reading is { } reading ? $"{Quantity.Number(reading.ReceiveQueue)} / {Quantity.Number(reading.SendQueue)}" : "";

    /// <summary>How old it is, or how long it is over.</summary>
    internal string When { get; }
}
