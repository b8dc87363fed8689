namespace ActorTcp.Lab;

/// <summary>Where a server that is asked for more and more begins to fall behind.</summary>
internal static class Knee
{
    /// <summary>Of connections that were asked for, how many a server that follows sets up within the second.</summary>
    private const double Follows = 0.95;

    /// <summary>How much longer the 99th percentile may become than it was over the calm first fifth.</summary>
    private const double Longer = 10;

    /// <returns>The second before the first from which the server fell behind for two seconds or more; null where it never did.</returns>
    public static LoadSecond? Of(IReadOnlyList<LoadSecond> seconds)
    {
        var calm = seconds.Take(Math.Max(seconds.Count / 5, 1)).Select(P99).Order().ToArray();
        var bound = calm[calm.Length / 2] * Longer;
        for (var i = 1; i + 1 < seconds.Count; i++)
        {
            if (IsBehind(seconds[i], bound) && IsBehind(seconds[i + 1], bound))
            {
                return seconds[i - 1];
            }
        }

        return null;
    }

    private static bool IsBehind(LoadSecond second, double bound) =>
        second.Started > 0 && (second.Connected < second.Started * Follows || P99(second) > bound || second.Failed > 0);

    private static double P99(LoadSecond second) => second.Connect.Percentile(99).TotalSeconds;
}
