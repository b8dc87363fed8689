namespace ActorTcp.Stack;

/// <summary>A queue of octets that grows with need: the send buffer, or the receive buffer with its gaps, of one connection.</summary>
internal sealed class ByteRing(BufferPool pool)
{
    private byte[] _octets = [];
    private int _head;

    /// <summary>Octets in the queue; what <see cref="WriteAhead"/> has placed behind them does not count yet.</summary>
    public int Count { get; private set; }

    /// <summary>Octets of memory that it takes.</summary>
    public int Capacity => _octets.Length;

    /// <summary>The first octets of the queue, as many as lie in one piece.</summary>
    public ReadOnlySpan<byte> Front => _octets.AsSpan(_head, Math.Min(Count, _octets.Length - _head));

    public void Append(ReadOnlySpan<byte> octets)
    {
        WriteAhead(0, octets);
        Commit(octets.Length);
    }

    /// <summary>Places octets <paramref name="distance"/> behind the end of the queue.</summary>
    public void WriteAhead(int distance, ReadOnlySpan<byte> octets)
    {
        EnsureCapacity(Count + distance + octets.Length);
        var at = (_head + Count + distance) & (_octets.Length - 1);
        var first = Math.Min(octets.Length, _octets.Length - at);
        octets[..first].CopyTo(_octets.AsSpan(at));
        octets[first..].CopyTo(_octets);
    }

    /// <summary>Octets placed right behind the end now belong to the queue.</summary>
    public void Commit(int count) => Count += count;

    /// <summary>Has room for so many octets from now on.</summary>
    public void Reserve(int capacity) => EnsureCapacity(capacity);

    /// <summary>Copies octets from <paramref name="offset"/> on; the queue keeps them.</summary>
    public void CopyTo(int offset, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + destination.Length, Count);
        var at = (_head + offset) & (_octets.Length - 1);
        var first = Math.Min(destination.Length, _octets.Length - at);
        _octets.AsSpan(at, first).CopyTo(destination);
        _octets.AsSpan(0, destination.Length - first).CopyTo(destination[first..]);
    }

    public void Drop(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        Count -= count;
        _head = (_head + count) & (_octets.Length - 1);
    }

    /// <summary>Empties the queue and gives its array back.</summary>
    public void Reset()
    {
        (Count, _head) = (0, 0);
        if (_octets.Length > 0)
        {
            pool.Return(_octets);
            _octets = [];
        }
    }

    private void EnsureCapacity(int capacity)
    {
        if (capacity <= _octets.Length)
        {
            return;
        }

        // What lies ahead of the queue moves too: the whole ring is unrolled.
        var larger = pool.Rent(capacity);
        _octets.AsSpan(_head).CopyTo(larger);
        _octets.AsSpan(0, _head).CopyTo(larger.AsSpan(_octets.Length - _head));
        if (_octets.Length > 0)
        {
            pool.Return(_octets);
        }

        (_octets, _head) = (larger, 0);
    }
}
