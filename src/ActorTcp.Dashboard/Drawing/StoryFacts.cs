using System.Globalization;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The numbers of one connection, with the names that RFCs give them.</summary>
internal static class StoryFacts
{
    public static IEnumerable<(string Name, string Value)> Of(ConnectionStory story)
    {
        yield return ("Number", story.Id.ToString(CultureInfo.InvariantCulture));
        yield return ("State", story.Ended is null ? LadderWords.Of(story.State) : EndWords.Of(story.End));
        if (story.Service is { } service)
        {
            yield return ("Service", service);
        }

        if (story.Ended is { } ended)
        {
            yield return ("Lasted", Time(ended - story.Began));
        }

        foreach (var fact in story.Reading is { } reading ? Living(reading) : [])
        {
            yield return fact;
        }
    }

    private static IEnumerable<(string Name, string Value)> Living(ConnectionReading reading)
    {
        yield return ("Queues in / out", $"{Octets(reading.ReceiveQueue)} / {Octets(reading.SendQueue)}");
        yield return ("SRTT ± RTTVAR", reading.RoundTrip is { } trip ? $"{Time(trip)} ± {Time(reading.RoundTripVariation)}" : "not measured yet");
        yield return ("RTO", Time(reading.RetransmissionTimeout));
        yield return ("cwnd", reading.CongestionWindow == 0 ? "–" : Octets(reading.CongestionWindow));
        yield return ("ssthresh", reading.SlowStartThreshold is { } threshold ? Octets(threshold) : "–");
        yield return ("SND.WND", Octets(reading.SendWindow));
        yield return ("RCV.WND", Octets(reading.ReceiveWindow));
        yield return ("Segment size", Octets(reading.SegmentSize));
        yield return ("Agreed on", Agreed(reading));
        yield return ("Next timer", reading.Timer is { } timer ? $"{timer}, {Time(reading.TimerDue)}" : "none");
    }

    private static string Agreed(ConnectionReading reading)
    {
        string?[] options =
        [
            reading.SendWindowScale is { } scale ? $"window scale {scale}/{reading.ReceiveWindowScale}" : null,
            reading.HasTimestamps ? "timestamps" : null,
            reading.HasSelectiveAck ? "SACK" : null,
            reading.HasEcn ? "ECN" : null,
        ];
        var some = string.Join(", ", options.Where(option => option is not null));
        return some.Length > 0 ? some : "no options";
    }

    private static string Time(TimeSpan time) => Quantity.Text(time.TotalSeconds, Unit.Seconds);

    private static string Octets(long count) => Quantity.Text(count, Unit.Octets);
}
