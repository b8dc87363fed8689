namespace ActorTcp.Lab;

/// <summary>The latencies of the clients that had what they wanted, as exact order statistics.</summary>
internal sealed class Latencies(IEnumerable<Attempt> attempts)
{
    private readonly TimeSpan[] _sorted = [.. attempts.Select(attempt => attempt.Latency).OfType<TimeSpan>().Order()];

    public IReadOnlyList<TimeSpan> Sorted => _sorted;

    public TimeSpan? P50() => Quantile(0.5);

    public TimeSpan? P99() => Quantile(0.99);

    /// <summary>The least latency that is not exceeded by this share ("nearest rank"); null where there is none.</summary>
    public TimeSpan? Quantile(double share) =>
        _sorted.Length == 0 ? null : _sorted[Math.Clamp((int)Math.Ceiling(_sorted.Length * share) - 1, 0, _sorted.Length - 1)];

    /// <summary>How many took longer.</summary>
    public int Above(TimeSpan limit) => _sorted.Count(latency => latency > limit);
}
