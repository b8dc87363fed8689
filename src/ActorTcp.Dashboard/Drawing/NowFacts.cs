using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The tiles of the start page.</summary>
internal static class NowFacts
{
    /// <summary>From this share of its limit on, what is half-open is worth a look.</summary>
    private const double Much = 0.5;

    public static Facts Of(Sight sight)
    {
        var (reading, latest) = (sight.Reading, sight.Latest);
        var halfOpen = reading.Listeners.Sum(listener => listener.HalfOpen);
        var limit = reading.Listeners.Sum(listener => (long)listener.HalfOpenLimit);
        return new Facts
        {
            Title = "At a glance",
            Tiles =
            [
                new("SYNs", latest?[Counter.SynsIn] ?? 0, Unit.PerSecond) { Note = $"{Whole(reading[Counter.SynsIn])} in all" },
                new("Established", reading.Connections[TcpState.Established]) { Note = $"{Whole(reading[Counter.Established])} in all" },
                new("Half-open", halfOpen) { Note = $"{Share(halfOpen, limit)} of {Whole(limit)}", Tone = halfOpen > Much * limit ? Tone.Bad : Tone.Neutral },
                new("Cookies", latest?[Counter.SynCookiesSent] ?? 0, Unit.PerSecond) { Note = $"{Whole(reading[Counter.SynCookiesReceived])} came back of {Whole(reading[Counter.SynCookiesSent])}" },
                new("Handshake", reading.HandshakesTimed == 0 ? double.NaN : reading.HandshakeLatency(50).TotalSeconds, Unit.Seconds)
                {
                    Note = reading.HandshakesTimed == 0 ? "none timed yet" : $"99 of 100: {Quantity.Text(reading.HandshakeLatency(99).TotalSeconds, Unit.Seconds)}",
                },
                new("Dropped", latest?.DropRate ?? 0, Unit.PerSecond) { Note = $"{Whole(DropReasons.Of(reading).Sum(each => each.Count))} in all" },
            ],
        };
    }

    private static string Whole(long count) => Quantity.Number(count);

    private static string Share(long part, long whole) => Quantity.Text(whole == 0 ? 0 : (double)part / whole, Unit.Share);
}
