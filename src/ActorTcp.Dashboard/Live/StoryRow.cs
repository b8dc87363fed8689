using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>A connection as one line of a list.</summary>
public sealed class StoryRow
{
    internal StoryRow(ConnectionStory story, Sight sight)
    {
        Story = story;
        Reading = sight.Connections.GetValueOrDefault(story.Id);
        When = story.Ended is { } ended ? $"{Seconds(sight.Reading.Age - ended)} ago" : Seconds(sight.Reading.Age - story.Began);
    }

    internal ConnectionStory Story { get; }

    /// <summary>Null for what is over.</summary>
    internal ConnectionReading? Reading { get; }

    internal string State => Story.Ended is null ? LadderWords.Of(Story.State) : EndWords.Of(Story.End);

    internal string Phase => Story.Ended is not null && Story.End != ConnectionEnd.Closed ? "phase-broken" : StateWords.Phase(Story.State);

    internal string Local => EndPointText.Of(Story.Tuple.Local, Story.Tuple.LocalPort);

    internal string Remote => EndPointText.Of(Story.Tuple.Remote, Story.Tuple.RemotePort);

    internal string Queues => Reading is null ? "" : $"{Quantity.Number(Reading.ReceiveQueue)} / {Quantity.Number(Reading.SendQueue)}";

    /// <summary>How old it is, or how long it is over.</summary>
    internal string When { get; }

    /// <summary>Whole ones: they change under the reader's eyes.</summary>
    private static string Seconds(TimeSpan time) => time.TotalSeconds switch
    {
        < 60 => $"{Math.Max(0, Math.Floor(time.TotalSeconds)):0} s",
        < 3600 => $"{Math.Floor(time.TotalMinutes):0} min",
        _ => $"{Math.Floor(time.TotalHours):0} h",
    };
}
