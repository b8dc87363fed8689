namespace ActorTcp.Benchmarks;

/// <summary>What a stack's rounds took of the processor, their peers' work left out.</summary>
/// <param name="LongestCalm">The longest round into which no garbage collection fell.</param>
/// <param name="Allocated">Octets that the garbage collector has to find again, or keep.</param>
/// <param name="Answers">Packets that the stack sent.</param>
/// <param name="Paused">Of the garbage collector, all in all, by the clock on the wall.</param>
internal readonly record struct Cost(TimeSpan Time, TimeSpan LongestRound, TimeSpan LongestCalm, long Allocated, long Answers, TimeSpan Paused)
{
    /// <summary>Of many short rounds, so that those in which something else got in between do not count.</summary>
    public static TimeSpan Median(IReadOnlyCollection<Cost> costs) => costs.Select(cost => cost.Time).Order().ElementAt(costs.Count / 2);
}
