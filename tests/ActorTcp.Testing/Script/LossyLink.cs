namespace ActorTcp.Testing;

/// <summary>A network between two machines that loses, repeats, delays and so reorders, as a seed tells it to.</summary>
/// <param name="loss">Probability that a segment is lost.</param>
/// <param name="duplication">Probability that one arrives twice.</param>
/// <param name="maxDelay">Every segment takes between nothing and so long.</param>
internal sealed class LossyLink(Machine a, Machine b, Random random, double loss, double duplication, TimeSpan maxDelay)
{
    private readonly PriorityQueue<(Machine To, SegmentCopy Segment), TimeSpan> _underway = new();

    public TimeSpan Now => a.Now;

    /// <summary>Time passes; segments arrive and timers fire when their time has come.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Now + by;
        for (var next = Next(); next <= until; next = Next())
        {
            a.Advance(next - a.Now);
            b.Advance(next - b.Now);
            while (_underway.TryPeek(out var first, out var arrival) && arrival <= next)
            {
                _underway.Dequeue();
                first.To.Arrives(first.Segment);
            }
        }

        a.Advance(until - a.Now);
        b.Advance(until - b.Now);
    }

    /// <summary>When something happens next.</summary>
    private TimeSpan Next()
    {
        Collect(a, b);
        Collect(b, a);
        var arrival = _underway.TryPeek(out _, out var first) ? first : TimeSpan.MaxValue;
        return Min(arrival, Min(a.Tcb.Timers.NextDue, b.Tcb.Timers.NextDue));
    }

    private void Collect(Machine from, Machine to)
    {
        foreach (var segment in from.Sent)
        {
            for (var copies = random.NextDouble() < duplication ? 2 : 1; copies > 0; copies--)
            {
                if (random.NextDouble() >= loss)
                {
                    _underway.Enqueue((to, segment), segment.At + maxDelay * random.NextDouble());
                }
            }
        }

        from.Sent.Clear();
    }

    private static TimeSpan Min(TimeSpan x, TimeSpan y) => x < y ? x : y;
}
