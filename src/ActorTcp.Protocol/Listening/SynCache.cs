using System.Numerics;
using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3.5 (Lemon 2002): half-open connections as records in a table of fixed size. Its hash is keyed, so that nobody can aim at a bucket; a full bucket forgets its oldest.</summary>
/// <param name="capacity">Records at most; rounded down to a power of two, and up to one bucket.</param>
internal sealed class SynCache(int capacity)
{
    public const int BucketSize = 16;
    private const int None = -1;

    private readonly SynRecord[] _records = new SynRecord[CapacityFor(capacity)];

    public int Capacity => _records.Length;

    public int Count { get; private set; }

    public ref SynRecord this[int place] => ref _records[place];

    /// <summary>How many records fit where so many are allowed.</summary>
    public static int CapacityFor(int limit) => Math.Max((int)BitOperations.RoundUpToPowerOf2(((uint)limit / 2) + 1), BucketSize);

    /// <summary>The shard's clock as records have it.</summary>
    public static uint Milliseconds(TimeSpan now) => unchecked((uint)(now.Ticks / TimeSpan.TicksPerMillisecond));

    /// <inheritdoc cref="Tcb.Fetch"/>
    public uint Fetch(uint hash)
    {
        var fetched = 0u;
        foreach (ref readonly var record in _records.AsSpan(Bucket(hash), BucketSize))
        {
            fetched += record.Born;
        }

        return fetched;
    }

    /// <returns>The place of the record; negative when there is none.</returns>
    public int Find(in FourTuple tuple, uint hash)
    {
        var bucket = Bucket(hash);
        for (var i = 0; i < BucketSize; i++)
        {
            if (_records[bucket + i].Is(in tuple))
            {
                return bucket + i;
            }
        }

        return None;
    }

    /// <summary>Takes in a record whose four-tuple is not there.</summary>
    /// <returns>Whether another one had to go for it.</returns>
    public bool Add(in SynRecord record, uint hash)
    {
        var bucket = Bucket(hash);
        var place = bucket;
        for (var i = bucket; i < bucket + BucketSize; i++)
        {
            if (_records[i].IsFree)
            {
                Count++;
                _records[i] = record;
                return false;
            }

            place = IsBefore(_records[i].Born, _records[place].Born) ? i : place;
        }

        _records[place] = record;
        return true;
    }

    public void Remove(int place)
    {
        _records[place] = default;
        Count--;
    }

    /// <summary>The first record from a place on whose time has come.</summary>
    /// <param name="end">Where to stop.</param>
    /// <returns>Its place; negative when there is none.</returns>
    public int FindDue(int place, int end, uint now)
    {
        for (; place < end; place++)
        {
            if (!_records[place].IsFree && !IsBefore(now, _records[place].Due))
            {
                return place;
            }
        }

        return None;
    }

    private int Bucket(uint hash) => (int)(hash & (uint)(_records.Length - 1)) & -BucketSize;

    private static bool IsBefore(uint a, uint b) => unchecked((int)(a - b)) < 0;
}
