using ActorTcp.Stack;

namespace ActorTcp.Benchmarks;

/// <summary>Adds up what the rounds of one stack cost, and nothing of what its peers do in between.</summary>
internal sealed class Meter(TcpStack stack, BatchDevice device)
{
    private Cost _total;

    /// <summary>One round of the shard; its processor time is added up.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool Turn()
    {
        var (collections, allocated, began) = (GC.CollectionCount(0), GC.GetAllocatedBytesForCurrentThread(), ThreadClock.Now);
        var any = stack.RunOnce();
        var spent = ThreadClock.Now - began;
        var isCalm = GC.CollectionCount(0) == collections;
        _total = new Cost(_total.Time + spent, spent > _total.LongestRound ? spent : _total.LongestRound,
            isCalm && spent > _total.LongestCalm ? spent : _total.LongestCalm,
            _total.Allocated + GC.GetAllocatedBytesForCurrentThread() - allocated, default, default);
        return any;
    }

    public Cost Measure(Action action)
    {
        _total = default;
        var (answers, paused) = (device.Answers, GC.GetTotalPauseDuration());
        action();
        return _total with { Answers = device.Answers - answers, Paused = GC.GetTotalPauseDuration() - paused };
    }
}
