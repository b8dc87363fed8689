namespace ActorTcp.Stack;

/// <summary>Finds which arrival belongs to which departure, and an order that puts no arrival first.</summary>
internal static class LadderMatch
{
    /// <summary>Of equal segments that could have been the one that arrives, the latest is: the earlier ones were lost, or arrive later.</summary>
    public static void Match(List<LadderStep> senders, List<LadderStep> receivers)
    {
        foreach (var arrival in receivers.Where(step => step.Receives))
        {
            senders
                .Where(step => step.Sends && step.Other is null && step.At <= arrival.At && IsSame(step.Entry, arrival.Entry))
                .MaxBy(step => step.At)
                ?.Match(arrival);
        }
    }

    public static List<(LadderStep Step, bool IsLeft)> Merge(List<LadderStep> left, List<LadderStep> right)
    {
        var merged = new List<(LadderStep Step, bool IsLeft)>();
        var sent = new HashSet<LadderStep>();
        var (l, r) = (0, 0);
        while (l < left.Count || r < right.Count)
        {
            var next = r == right.Count || (l < left.Count && ComesFirst(left[l], right[r], sent));
            var step = next ? left[l++] : right[r++];
            sent.Add(step);
            merged.Add((step, next));
        }

        return merged;
    }

    private static bool ComesFirst(LadderStep left, LadderStep right, HashSet<LadderStep> done)
    {
        if (IsTooEarly(left, done) || IsTooEarly(right, done))
        {
            return !IsTooEarly(left, done);
        }

        return left.At != right.At ? left.At < right.At : left.Receives || !right.Receives;
    }

    private static bool IsTooEarly(LadderStep step, HashSet<LadderStep> done) => step is { Receives: true, Other: { } sent } && !done.Contains(sent);

    private static bool IsSame(HistoryEntry sent, HistoryEntry arrived) =>
        sent.Seq == arrived.Seq && sent.Control == arrived.Control && sent.TextLength == arrived.TextLength && (!sent.HasAck || sent.Ack == arrived.Ack);
}
