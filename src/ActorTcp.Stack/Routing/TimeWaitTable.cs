using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The connections in TIME-WAIT: compact records, found by hash, in the order in which their 2 MSL end.</summary>
/// <param name="duration">2 MSL, less than 24 days.</param>
/// <param name="limit">Records at most; when full, the oldest ends early, as Linux's tcp_max_tw_buckets has it.</param>
internal sealed class TimeWaitTable(TimeSpan duration, int limit, Counters counters, Population population) : Actor
{
    private const int None = -1;

    /// <summary>An alarm for a time that has come goes off within the same round: of many records that end at once, the rest has to wait for another.</summary>
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(1);

    private readonly HashTable<int> _index = new();
    private readonly TimeWaitSlab _records = new();
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

        var index = _records.Take(in tuple);
        ref var place = ref _records[index];
        (place.Hash, place.Record) = (hash, record);
        _index.Add(hash, index);
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

        foreach (ref readonly var place in _index.With(hash))
        {
            if (_records.Tuple(place.Value) == tuple)
            {
                return place.Value;
            }
        }

        return None;
    }

    /// <inheritdoc cref="HashTable{TValue}.HomeOf"/>
    public ref readonly HashPlace<int> HomeOf(uint hash) => ref _index.HomeOf(hash);

    public TimeWaitRecord Record(int index) => _records[index].Record;

    /// <summary>Places, taken or not; more when it grows.</summary>
    public int Capacity => _records.Capacity;

    /// <param name="due">When the 2 MSL end.</param>
    /// <returns>Whether there is a record at this place.</returns>
    public bool TryRead(int index, out FourTuple tuple, out TimeSpan due)
    {
        var isTaken = _records.IsTaken(index);
        (tuple, due) = isTaken ? (_records.Tuple(index), Due(index)) : default;
        return isTaken;
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
        _index.Remove(_records[index].Hash, index);
        Unlink(index);
        _records.Return(index);
        Count--;
    }

    protected override void Wake(TimeSpan now)
    {
        for (var left = Shard.Batch; left > 0 && _oldest != None && Due(_oldest) <= now; left--)
        {
            Remove(_oldest, Cause.TimeWaitTimeout);
        }

        if (_oldest != None)
        {
            var due = Due(_oldest);
            WakeAt(due > now ? due : now + Breath);
        }
    }

    private TimeSpan Due(int index)
    {
        var now = Shard.Now.Ticks / TimeSpan.TicksPerMillisecond;
        return TimeSpan.FromTicks((now + unchecked((int)(_records[index].Due - (uint)now))) * TimeSpan.TicksPerMillisecond);
    }

    private void Append(int index)
    {
        ref var place = ref _records[index];
        place.Due = unchecked((uint)(((Shard.Now + duration).Ticks + TimeSpan.TicksPerMillisecond - 1) / TimeSpan.TicksPerMillisecond));
        (place.Older, place.Newer) = (_newest, None);
        if (_newest == None)
        {
            _oldest = index;
            WakeAt(Due(index));
        }
        else
        {
            _records[_newest].Newer = index;
        }

        _newest = index;
    }

    private void Unlink(int index)
    {
        var (older, newer) = (_records[index].Older, _records[index].Newer);
        if (older == None)
        {
            _oldest = newer;
        }
        else
        {
            _records[older].Newer = newer;
        }

        if (newer == None)
        {
            _newest = older;
        }
        else
        {
            _records[newer].Older = older;
        }
    }
}
