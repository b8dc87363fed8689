namespace ActorTcp.Control;

/// <summary>So many events a second, from any number of threads; the rest is counted.</summary>
internal sealed class EventRate(int perSecond)
{
    private long _second = -1;
    private int _taken;
    private long _suppressed;

    /// <summary>What was refused since this was asked last.</summary>
    public long TakeSuppressed() => Interlocked.Exchange(ref _suppressed, 0);

    /// <param name="now">On the clock of a shard: those of several shards go nearly together, and a second may begin twice between two of them.</param>
    public bool TryTake(TimeSpan now)
    {
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        if (second > Volatile.Read(ref _second))
        {
            Volatile.Write(ref _second, second);
            Volatile.Write(ref _taken, 0);
        }

        if (Interlocked.Increment(ref _taken) <= perSecond)
        {
            return true;
        }

        Interlocked.Increment(ref _suppressed);
        return false;
    }
}
