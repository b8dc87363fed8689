using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The tiles of the start page. A rate needs two looks: before the second there is none.</summary>
internal static class NowFacts
{
    /// <summary>From this share of a listener's limit on, what is half-open is worth a look.</summary>
    private const double Much = 0.5;

    public static Facts Of(Sight sight)
    {
        var (reading, latest, fullest) = (sight.Reading, sight.Latest, sight.Fullest);
        return new Facts
        {
            Title = "At a glance",
            Tiles =
            [
                new("SYNs", latest?[Counter.SynsIn] ?? double.NaN, Unit.PerSecond) { Note = $"{Whole(reading[Counter.SynsIn])} in all" },
                new("Established", reading.Connections[TcpState.Established]) { Note = $"{Whole(reading[Counter.Established])} in all" },
                new("Half-open", reading.Listeners.Sum(listener => listener.HalfOpen))
                {
                    Note = fullest is null ? "nobody listens" : $"port {fullest.Port}: {Quantity.Text(Sight.Occupancy(fullest), Unit.Share)} of {Whole(fullest.HalfOpenLimit)}",
                    Tone = fullest is not null && Sight.Occupancy(fullest) >= Much ? Tone.Bad : Tone.Neutral,
                },
                new("Cookies", latest?[Counter.SynCookiesSent] ?? double.NaN, Unit.PerSecond) { Note = $"{Whole(reading[Counter.SynCookiesReceived])} came back of {Whole(reading[Counter.SynCookiesSent])}" },
                new("Handshake", reading.HandshakesTimed == 0 ? double.NaN : reading.HandshakeLatency(50).TotalSeconds, Unit.Seconds)
                {
                    Note = reading.HandshakesTimed == 0 ? "none timed yet" : $"99 of 100: {Quantity.Text(reading.HandshakeLatency(99).TotalSeconds, Unit.Seconds)}",
                },
                new("Dropped", latest?.DropRate ?? double.NaN, Unit.PerSecond) { Note = $"{Whole(DropReasons.Of(reading).Sum(each => each.Count))} in all" },
            ],
        };
    }

    private static string Whole(long count) => Quantity.Number(count);
}
