using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The rolling plots of the start page.</summary>
internal static class NowCharts
{
    private const int ReasonsShown = 4;
    private const double Horizon = 0.2;
    private static readonly Axis PerSecond = new("", Unit.PerSecond);

    public static IReadOnlyList<LineChart> Of(Sight sight) =>
    [
        Chart(sight, "New connections", PerSecond, ("SYNs", each => each[Counter.SynsIn]), ("established", each => each[Counter.Established]), ("cookies sent", each => each[Counter.SynCookiesSent])),
        HalfOpen(sight),
        Chart(sight, "Handshakes, from SYN-ACK to final ACK", new Axis("took", Unit.Seconds), ("half of them", each => each.Median?.TotalSeconds), ("99 of 100", each => each.Tail?.TotalSeconds)),
        Dropped(sight),
        Chart(sight, "Connections", new Axis("now"), ("established", each => each.Connections[TcpState.Established]), ("TIME-WAIT", each => each.Connections[TcpState.TimeWait])),
        Chart(sight, "Octets", new Axis("each second", Unit.Octets), ("in", each => each[Counter.OctetsIn]), ("out", each => each[Counter.OctetsOut])),
        Chart(sight, "Sent again", PerSecond, ("segments", each => each[Counter.SegmentsRetransmitted]), ("SYN-ACKs", each => each[Counter.SynAcksRetransmitted])),
        Chart(sight, "Resets and challenges", PerSecond, ("RSTs in", each => each[Counter.ResetsIn]), ("RSTs out", each => each[Counter.ResetsOut]), ("challenge ACKs", each => each[Counter.ChallengeAcks])),
    ];

    /// <summary>The port that is nearest to its limit; the limit itself is drawn as soon as it is on the horizon.</summary>
    private static LineChart HalfOpen(Sight sight)
    {
        if (sight.Fullest is not { } fullest)
        {
            return Chart(sight, "Half-open", new Axis("now"), ("nobody listens", _ => null));
        }

        var chart = Chart(sight, $"Half-open on port {fullest.Port}", new Axis("now"), ("half-open", each => each.HalfOpen.GetValueOrDefault(fullest.Port)));
        return chart with
        {
            Series = [chart.Series[0] with { Shape = LineShape.Area }],
            Marks = Sight.Occupancy(fullest) < Horizon ? [] : [new Mark($"limit {Quantity.Number(fullest.HalfOpenLimit)}", fullest.HalfOpenLimit, MarkDirection.Horizontal)],
        };
    }

    private static LineChart Dropped(Sight sight)
    {
        var reasons = sight.Moments.SelectMany(moment => moment.Drops).GroupBy(each => each.Reason, StringComparer.Ordinal)
            .OrderByDescending(group => group.Sum(each => each.Rate)).Take(ReasonsShown).Select(group => group.Key).Order(StringComparer.Ordinal).ToList();
        return Chart(sight, "Dropped, by reason", reasons is [var only] ? new Axis(DropReasons.Words(only), Unit.PerSecond) : PerSecond,   // one line has no legend
            [.. (reasons.Count == 0 ? ["nothing"] : reasons).Select(reason => (DropReasons.Words(reason), (Func<Moment, double?>)(moment => moment.Drops.FirstOrDefault(each => each.Reason == reason).Rate)))]);
    }

    private static LineChart Chart(Sight sight, string title, Axis y, params ReadOnlySpan<(string Name, Func<Moment, double?> Value)> lines)
    {
        var series = new List<Series>();
        foreach (var (name, value) in lines)
        {
            series.Add(new Series(name, [.. sight.Moments.Select(each => new Point((each.At - sight.Reading.Age).TotalSeconds, value(each) ?? double.NaN))]));
        }

        return new LineChart
        {
            Title = title,
            X = new Axis("seconds from now") { From = -Sight.Window.TotalSeconds, To = 0 },
            Y = y with { From = 0, To = Top(series) },
            Series = series,
        };
    }

    /// <summary>A plot of nothing has an axis all the same.</summary>
    private static double? Top(List<Series> series) => series.SelectMany(each => each.Points).Any(point => point.Y > 0) ? null : 1;
}
