namespace ActorTcp.Stack;

/// <summary>A queue of octets that grows with need: the send buffer, or the receive buffer with its gaps, of one connection.</summary>
internal sealed class ByteRing(BufferPool pool)
{
    private BufferLease _buffer;
    private int _head;

    /// <summary>Octets in the queue; what <see cref="WriteAhead"/> has placed behind them does not count yet.</summary>
    public int Count { get; private set; }

    /// <summary>Octets of memory that it takes.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>The first octets of the queue, as many as lie in one piece.</summary>
    public ReadOnlySpan<byte> Front => _buffer.Octets.Slice(_head, Math.Min(Count, Capacity - _head));

    public void Append(ReadOnlySpan<byte> octets)
    {
        WriteAhead(0, octets);
        Commit(octets.Length);
    }

    /// <summary>Places octets <paramref name="distance"/> behind the end of the queue.</summary>
    public void WriteAhead(int distance, ReadOnlySpan<byte> octets)
    {
        EnsureCapacity(Count + distance + octets.Length);
        var at = (_head + Count + distance) & (Capacity - 1);
        var first = Math.Min(octets.Length, Capacity - at);
        octets[..first].CopyTo(_buffer.Octets[at..]);
        octets[first..].CopyTo(_buffer.Octets);
    }

    /// <summary>Octets placed right behind the end now belong to the queue.</summary>
    public void Commit(int count) => Count += count;

    /// <summary>Has room for so many octets from now on.</summary>
    public void Reserve(int capacity) => EnsureCapacity(capacity);

    /// <summary>Copies octets from <paramref name="offset"/> on; the queue keeps them.</summary>
    public void CopyTo(int offset, Span<byte> destination)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset + destination.Length, Count);
        var at = (_head + offset) & (Capacity - 1);
        var first = Math.Min(destination.Length, Capacity - at);
        _buffer.Octets.Slice(at, first).CopyTo(destination);
        _buffer.Octets[..(destination.Length - first)].CopyTo(destination[first..]);
    }

    public void Drop(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count);
        Count -= count;
        _head = (_head + count) & (Capacity - 1);
    }

    /// <summary>Empties the queue and gives its buffer back.</summary>
    public void Reset()
    {
        (Count, _head) = (0, 0);
        if (Capacity > 0)
        {
            pool.Return(in _buffer);
            _buffer = default;
        }
    }

    private void EnsureCapacity(int capacity)
    {
        if (capacity <= Capacity)
        {
            return;
        }

        // What lies ahead of the queue moves too: the whole ring is unrolled.
        var larger = pool.Rent(capacity);
        _buffer.Octets[_head..].CopyTo(larger.Octets);
        _buffer.Octets[.._head].CopyTo(larger.Octets[(Capacity - _head)..]);
        if (Capacity > 0)
        {
            pool.Return(in _buffer);
        }

        (_buffer, _head) = (larger, 0);
    }
}
