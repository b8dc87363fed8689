using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The connections in TIME-WAIT: a slab of compact records in hash chains, and in the order in which their 2 MSL end.</summary>
/// <param name="duration">2 MSL.</param>
/// <param name="limit">Records at most; when full, the oldest ends early, as Linux's tcp_max_tw_buckets has it.</param>
internal sealed class TimeWaitTable(TimeSpan duration, int limit, Counters counters, Population population) : Actor
{
    private const int None = -1;

    /// <summary>So many that most SYNs, which belong to no record, come to an empty one and no record is looked at.</summary>
    private const int BucketsPerSlot = 4;

    /// <summary>An alarm for a time that has come goes off within the same round: of many records that end at once, the rest has to wait for another.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(1);

    private Slot[] _slots = [];
    private int[] _buckets = [];
    private int _free = None;
    private int _oldest = None;
    private int _newest = None;

    public int Count { get; private set; }

    public void Add(in FourTuple tuple, uint hash, TimeWaitRecord record)
    {
        counters.Add(Counter.TimeWaitEntered);
        if (Count >= limit)
        {
            counters.Add(Counter.TimeWaitOverflows);
            if (limit == 0)
            {
                population.Took(TcpState.TimeWait, Cause.Abort, TcpState.Closed);
                return;
            }

            Remove(_oldest, Cause.Abort);
        }

        var index = Take();
        ref var slot = ref _slots[index];
        slot.Tuple = tuple;
        slot.Hash = hash;
        slot.Record = record;
        ref var bucket = ref _buckets[hash & (_buckets.Length - 1)];
        (slot.NextInBucket, bucket) = (bucket, index);
        Append(index);
        Count++;
    }

    /// <returns>Where the record is, for <see cref="Record"/>, <see cref="Restart"/> and <see cref="Remove"/>; negative when there is none.</returns>
    public int Find(in FourTuple tuple, uint hash)
    {
        if (Count == 0)
        {
            return None;
        }

        for (var i = _buckets[hash & (_buckets.Length - 1)]; i != None; i = _slots[i].NextInBucket)
        {
            if (_slots[i].Hash == hash && _slots[i].Tuple == tuple)
            {
                return i;
            }
        }

        return None;
    }

    public TimeWaitRecord Record(int index) => _slots[index].Record;

    /// <summary>Places, taken or not; more when it grows.</summary>
    public int Capacity => _slots.Length;

    /// <param name="due">When the 2 MSL end.</param>
    /// <returns>Whether there is a record at this place.</returns>
    public bool TryRead(int index, out FourTuple tuple, out TimeSpan due)
    {
        (tuple, due) = (_slots[index].Tuple, _slots[index].Due);
        return tuple != default;
    }

    /// <summary>The 2 MSL begin anew.</summary>
    public void Restart(int index)
    {
        Unlink(index);
        Append(index);
    }

    /// <param name="cause">What ends it.</param>
    public void Remove(int index, Cause cause)
    {
        population.Took(TcpState.TimeWait, cause, TcpState.Closed);
        ref var slot = ref _slots[index];
        ref var link = ref _buckets[slot.Hash & (uint)(_buckets.Length - 1)];
        while (link != index)
        {
            link = ref _slots[link].NextInBucket;
        }

        link = slot.NextInBucket;
        Unlink(index);
        slot.Tuple = default;
        slot.NextInBucket = _free;
        _free = index;
        Count--;
    }

    protected override void Wake(TimeSpan now)
    {
        for (var left = Shard.Batch; left > 0 && _oldest != None && _slots[_oldest].Due <= now; left--)
        {
            Remove(_oldest, Cause.TimeWaitTimeout);
        }

        if (_oldest != None)
        {
            var due = _slots[_oldest].Due;
            WakeAt(due > now ? due : now + Breath);
        }
    }

    private int Take()
    {
        if (_free == None)
        {
            Grow();
        }

        var index = _free;
        _free = _slots[index].NextInBucket;
        return index;
    }

    private void Append(int index)
    {
        ref var slot = ref _slots[index];
        slot.Due = Shard.Now + duration;
        (slot.Older, slot.Newer) = (_newest, None);
        if (_newest == None)
        {
            _oldest = index;
            WakeAt(slot.Due);
        }
        else
        {
            _slots[_newest].Newer = index;
        }

        _newest = index;
    }

    private void Unlink(int index)
    {
        var (older, newer) = (_slots[index].Older, _slots[index].Newer);
        if (older == None)
        {
            _oldest = newer;
        }
        else
        {
            _slots[older].Newer = newer;
        }

        if (newer == None)
        {
            _newest = older;
        }
        else
        {
            _slots[newer].Older = older;
        }
    }

    private void Grow()
    {
        var former = _slots.Length;
        Array.Resize(ref _slots, Math.Max(former * 2, 256));
        for (var i = _slots.Length - 1; i >= former; i--)
        {
            _slots[i].NextInBucket = _free;
            _free = i;
        }

        _buckets = new int[_slots.Length * BucketsPerSlot];
        Array.Fill(_buckets, None);
        for (var i = _oldest; i != None; i = _slots[i].Newer)
        {
            ref var bucket = ref _buckets[_slots[i].Hash & (uint)(_buckets.Length - 1)];
            (_slots[i].NextInBucket, bucket) = (bucket, i);
        }
    }

    private struct Slot
    {
        public FourTuple Tuple;
        public TimeSpan Due;
        public TimeWaitRecord Record;
        public uint Hash;
        public int NextInBucket;
        public int Older;
        public int Newer;
    }
}
