using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Four-tuple → connection: open addressing with linear probing, at most three quarters full. The hash is keyed, so that nobody can build collisions.</summary>
internal sealed class FlowTable
{
    private Slot[] _slots = new Slot[64];

    public int Count { get; private set; }

    /// <summary>Places, taken or not; more when it grows.</summary>
    public int Capacity => _slots.Length;

    public ConnectionActor? this[int place] => _slots[place].Connection;

    /// <param name="hash">The keyed hash of the tuple.</param>
    public ConnectionActor? Find(in FourTuple tuple, uint hash)
    {
        var mask = _slots.Length - 1;
        for (var i = (int)hash & mask; ; i = (i + 1) & mask)
        {
            ref var slot = ref _slots[i];
            if (slot.Connection is null)
            {
                return null;
            }

            if (slot.Hash == hash && slot.Connection.Tuple == tuple)
            {
                return slot.Connection;
            }
        }
    }

    /// <summary>Adds a connection whose tuple is not in the table.</summary>
    public void Add(ConnectionActor connection, uint hash)
    {
        if (Count >= _slots.Length / 4 * 3)
        {
            Grow();
        }

        Place(_slots, new Slot { Hash = hash, Connection = connection });
        Count++;
    }

    /// <summary>Takes a connection out, closing the gap behind it so that no tombstones remain.</summary>
    public void Remove(ConnectionActor connection, uint hash)
    {
        var mask = _slots.Length - 1;
        var gap = (int)hash & mask;
        while (_slots[gap].Connection != connection)
        {
            if (_slots[gap].Connection is null)
            {
                return;
            }

            gap = (gap + 1) & mask;
        }

        for (var i = (gap + 1) & mask; _slots[i].Connection is not null; i = (i + 1) & mask)
        {
            var home = (int)_slots[i].Hash & mask;
            if (((i - home) & mask) >= ((i - gap) & mask))
            {
                _slots[gap] = _slots[i];
                gap = i;
            }
        }

        _slots[gap] = default;
        Count--;
    }

    /// <summary>A copy, for whoever wants to look at or end all of them.</summary>
    public ConnectionActor[] ToArray()
    {
        var connections = new List<ConnectionActor>(Count);
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.Connection is not null)
            {
                connections.Add(slot.Connection);
            }
        }

        return [.. connections];
    }

    private void Grow()
    {
        var larger = new Slot[_slots.Length * 2];
        foreach (ref readonly var slot in _slots.AsSpan())
        {
            if (slot.Connection is not null)
            {
                Place(larger, slot);
            }
        }

        _slots = larger;
    }

    private static void Place(Slot[] slots, in Slot entry)
    {
        var mask = slots.Length - 1;
        var i = (int)entry.Hash & mask;
        while (slots[i].Connection is not null)
        {
            i = (i + 1) & mask;
        }

        slots[i] = entry;
    }

    private struct Slot
    {
        public uint Hash;
        public ConnectionActor? Connection;
    }
}
