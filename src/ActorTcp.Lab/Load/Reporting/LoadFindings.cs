using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>What a load's numbers say, in sentences.</summary>
internal static class LoadFindings
{
    public static string Words(FlowEnd end) => end switch
    {
        FlowEnd.Completed => "completed",
        FlowEnd.TimedOut => "timed out",
        FlowEnd.Refused => "refused by RST",
        FlowEnd.Reset => "reset by RST",
        FlowEnd.Unreachable => "unreachable (ICMP, or no route)",
        FlowEnd.PortsExhausted => "source ports exhausted",
        FlowEnd.LocalLimit => "refused by this machine",
        FlowEnd.Unexpected => "answered something else",
        FlowEnd.ClosedEarly => "closed by the peer too early",
        FlowEnd.CutOff => "still open at the end of the load",
        FlowEnd.Failed => "broken here",
    };

    public static string Of(LoadResult result)
    {
        var tally = result.Tally;
        var sentences = new List<string> { Text($"{tally.Connected} connections, {result.Rate:0} per second; connect took {Text(tally.Connect, 50)} (p50) and {Text(tally.Connect, 99)} (p99).") };
        sentences.Add(tally.Failed == 0 ? "None failed." : Text($"{tally.Failed} of {tally.Started} flows failed: {Causes(tally)}."));
        sentences.AddRange(Limits(result));
        return string.Join("\n\n", [string.Join(' ', sentences), .. result.Notes]);
    }

    /// <summary>Who could not follow, if anybody.</summary>
    private static IEnumerable<string> Limits(LoadResult result)
    {
        var tally = result.Tally;
        if (tally.HeldBack > 0)
        {
            yield return Text($"The target could not follow: {tally.HeldBack} flows started late because as many were open as may be ({tally.MostOpen}); their latency includes that wait.");
        }

        if (tally.Late > tally.Started / 100)
        {
            yield return Text($"The generator itself was the limit: {tally.Late} flows started more than {LoadSession.Late.TotalMilliseconds:0} ms late although there was room (p99 {Text(tally.Lag, 99)}).")
                + " Latencies include that; take the rate as a lower bound of the target's.";
        }

        if (tally.NotStarted > 0)
        {
            yield return Text($"{tally.NotStarted} flows that the plan wanted never started.");
        }

        if (tally.SynRetransmissions > 0)
        {
            yield return Text($"{tally.SynRetransmissions} SYNs were sent again.");
        }
    }

    private static string Causes(LoadTally tally) => string.Join(", ",
        tally.Ends.Where(end => end.Key is not (FlowEnd.Completed or FlowEnd.CutOff)).Select(end => Text($"{end.Value} {Words(end.Key)}")));

    public static string Text(LatencyHistogram histogram, double percent) => Quantity.Text(Rounded(histogram.Percentile(percent)));

    /// <summary>Three digits are all that the histogram knows.</summary>
    private static TimeSpan Rounded(TimeSpan time) =>
        TimeSpan.FromMicroseconds(double.Parse(time.TotalMicroseconds.ToString("G3", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
