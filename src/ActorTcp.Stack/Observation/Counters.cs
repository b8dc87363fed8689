using System.Runtime.CompilerServices;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The counters of one shard: its thread alone writes them, anyone may read.</summary>
internal sealed class Counters
{
    private readonly long[] _counts = new long[CounterCatalog.Count];
    private readonly long[] _drops = new long[(int)DropReason.BadIcmpChecksum + 1];

    public long this[Counter counter] => Volatile.Read(ref _counts[(int)counter]);

    /// <summary>Packets that ended in the reader, by reason.</summary>
    public long this[DropReason reason] => Volatile.Read(ref _drops[(int)reason]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(Counter counter, long count = 1) => _counts[(int)counter] += count;

    /// <summary>As <see cref="Add"/>, where any number of threads write.</summary>
    public void AddShared(Counter counter) => Interlocked.Increment(ref _counts[(int)counter]);

    public void Dropped(DropReason reason) => _drops[(int)reason]++;
}
