namespace ActorTcp.Benchmarks;

/// <summary>How long a shard stands still while the garbage collector goes through all connections.</summary>
internal static class Stalls
{
    public static IEnumerable<Figure> Measure() =>
    [
        new Figure("pause of a background full collection", Pause(GCKind.Background), "ms", "≤ 10"),
        new Figure("pause of a blocking full collection, which only an emergency makes", Pause(GCKind.FullBlocking), "ms"),
    ];

    /// <returns>The longest pause that the runtime tells of, in milliseconds; the least of three collections, for it goes by the clock on the wall.</returns>
    private static double Pause(GCKind kind) => Enumerable.Range(0, 3).Min(_ =>
    {
        var former = GC.GetGCMemoryInfo(kind).Index;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: kind == GCKind.FullBlocking);
        SpinWait.SpinUntil(() => GC.GetGCMemoryInfo(kind).Index != former);
        return GC.GetGCMemoryInfo(kind).PauseDurations.ToArray().Max().TotalMilliseconds;
    });
}
