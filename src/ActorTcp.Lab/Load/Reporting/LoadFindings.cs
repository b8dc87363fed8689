using ActorTcp.Reports;
using ActorTcp.Stack;
using Measured = ActorTcp.Reports.Quantity;

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
        var sentences = new List<string> { $"{Count(tally.Connected)} connections, {Measured.Text(result.Rate, Unit.PerSecond)}; connect took {Text(tally.Connect, 50)} (p50) and {Text(tally.Connect, 99)} (p99)." };
        sentences.Add(tally.Failed == 0 ? "None failed." : $"{Count(tally.Failed)} of {Count(tally.Started)} flows failed: {Causes(tally)}.");
        sentences.AddRange(Limits(result));
        return string.Join("\n\n", [string.Join(' ', sentences), .. result.Notes]);
    }

    /// <summary>Who could not follow, if anybody.</summary>
    private static IEnumerable<string> Limits(LoadResult result)
    {
        var tally = result.Tally;
        if (tally.HeldBack > 0)
        {
            yield return $"The target could not follow: {Count(tally.HeldBack)} flows started late because as many were open as may be ({Count(tally.MostOpen)}); their latency includes that wait.";
        }

        if (tally.Late > tally.Started / 100)
        {
            yield return $"The generator itself was the limit: {Count(tally.Late)} flows started more than {Text(LoadSession.Late)} late although there was room (p99 {Text(tally.Lag, 99)})."
                + " Latencies include that; take the rate as a lower bound of the target's.";
        }

        if (tally.NotStarted > 0)
        {
            yield return $"{Count(tally.NotStarted)} flows that the plan wanted never started.";
        }

        if (tally.SynRetransmissions > 0)
        {
            yield return $"{Count(tally.SynRetransmissions)} SYNs were sent again.";
        }
    }

    private static string Causes(LoadTally tally) => string.Join(", ",
        tally.Ends.Where(end => end.Key is not (FlowEnd.Completed or FlowEnd.CutOff)).Select(end => $"{Count(end.Value)} {Words(end.Key)}"));

    public static string Text(LatencyHistogram histogram, double percent) => Text(histogram.Percentile(percent));

    private static string Text(TimeSpan time) => Measured.Text(time.TotalSeconds, Unit.Seconds);

    private static string Count(long count) => Measured.Text(count, Unit.Count);
}
