using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The difference of two histograms of one source.</summary>
internal static class Latencies
{
    public static LatencyHistogram Between(LatencyHistogram before, LatencyHistogram after)
    {
        var then = before.Filled().ToDictionary(each => each.Bucket, each => each.Count);
        var between = new LatencyHistogram();
        between.Restore(after.Filled().Select(each => (each.Bucket, Count: each.Count - then.GetValueOrDefault(each.Bucket))).Where(each => each.Count > 0), TimeSpan.Zero, after.Max, TimeSpan.Zero);
        return between;
    }
}
