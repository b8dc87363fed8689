using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>A listener's limits as somebody writes others into a form. Empty fields set no limit.</summary>
internal sealed class LimitsDraft(ListenLimits now)
{
    private const int MostHalfOpen = 16_777_216;
    private const int MostPerSecond = 100_000_000;

    public HalfOpenPolicy Policy { get; set; } = now.Policy;

    public int? HalfOpenLimit { get; set; } = now.HalfOpenLimit;

    public int? Backlog { get; set; } = now.Backlog;

    public int? SynAcksPerSecond { get; set; } = now.SynAcksPerSecond;

    public int? SynsPerSource { get; set; } = Limited(now.Budgets?.PerSource);

    public int? SynsPerPrefix { get; set; } = Limited(now.Budgets?.PerPrefix);

    /// <summary>What cannot be, each in a sentence.</summary>
    public IEnumerable<string> Mistakes() => new[]
    {
        Between(HalfOpenLimit, 1, MostHalfOpen, "The half-open limit"),
        Between(Backlog, 1, MostHalfOpen, "The accept queue"),
        Between(SynAcksPerSecond ?? 1, 1, MostPerSecond, "SYN-ACKs a second"),
        Between(SynsPerSource ?? 1, 1, MostPerSecond, "SYNs a second of one address"),
        Between(SynsPerPrefix ?? 1, 1, MostPerSecond, "SYNs a second of one network"),
    }.OfType<string>();

    /// <summary>What will happen, each change in a sentence; none when nothing changes.</summary>
    public IEnumerable<string> Consequences(ListenLimits limits, int halfOpen)
    {
        if (Policy != limits.Policy)
        {
            yield return $"The policy becomes {PolicyWords.Name(Policy)}. {PolicyWords.Telling(Policy)} {Finishing(halfOpen)}";
        }

        if (HalfOpenLimit is { } limit && limit != limits.HalfOpenLimit)
        {
            yield return limit < halfOpen
                ? $"On each shard at most {Quantity.Number(limit)} peers may be half-open. There are {Quantity.Number(halfOpen)}: they keep their places, and the policy treats the next SYN as one at the limit."
                : $"On each shard at most {Quantity.Number(limit)} peers may be half-open, instead of {Quantity.Number(limits.HalfOpenLimit)}.";
        }

        if (Backlog is { } backlog && backlog != limits.Backlog)
        {
            yield return $"At most {Quantity.Number(backlog)} established connections may wait to be accepted, instead of {Quantity.Number(limits.Backlog)}. While there are as many, SYNs are dropped.";
        }

        foreach (var (what, before, after) in Rates(limits))
        {
            if (before != after)
            {
                yield return after is { } most
                    ? $"{what}: at most {Quantity.Number(most)} on each shard, instead of {Told(before)}. What is beyond is dropped."
                    : $"{what}: without a limit, instead of {Told(before)}.";
            }
        }
    }

    public ListenLimits On(ListenLimits limits) => limits with
    {
        Policy = Policy,
        HalfOpenLimit = HalfOpenLimit ?? limits.HalfOpenLimit,
        Backlog = Backlog ?? limits.Backlog,
        SynAcksPerSecond = SynAcksPerSecond,
        Budgets = (SynsPerSource, SynsPerPrefix) is (null, null) ? null
            : (limits.Budgets ?? new SynBudgets()) with { PerSource = SynsPerSource ?? int.MaxValue, PerPrefix = SynsPerPrefix ?? int.MaxValue },
    };

    private IEnumerable<(string What, int? Before, int? After)> Rates(ListenLimits limits) =>
    [
        ("SYN-ACKs a second", limits.SynAcksPerSecond, SynAcksPerSecond),
        ("SYNs a second of one address", Limited(limits.Budgets?.PerSource), SynsPerSource),
        ("SYNs a second of one network", Limited(limits.Budgets?.PerPrefix), SynsPerPrefix),
    ];

    private static string Finishing(int halfOpen) => halfOpen switch
    {
        0 => "Nobody is half-open now.",
        1 => "The one peer that is half-open now may finish its handshake.",
        _ => $"The {Quantity.Number(halfOpen)} peers that are half-open now may finish their handshakes.",
    };

    private static string Told(int? rate) => rate is { } most ? Quantity.Number(most) : "no limit";

    /// <summary>A budget that nobody can spend is none.</summary>
    private static int? Limited(int? budget) => budget is int.MaxValue ? null : budget;

    private static string? Between(int? value, int least, int most, string what) =>
        value >= least && value <= most ? null : $"{what}: a whole number from {Quantity.Number(least)} to {Quantity.Number(most)}.";
}
