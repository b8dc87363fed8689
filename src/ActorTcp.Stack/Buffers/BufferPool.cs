using System.Numerics;

namespace ActorTcp.Stack;

/// <summary>The byte rings of one shard. A connection borrows one only while there are octets to keep; buffers come in powers of two.</summary>
internal sealed class BufferPool
{
    public const int SmallestCapacity = 2048;
    private const int Classes = 20;   // up to 1 GiB
    private const int KeptRings = 4096;

    private readonly BufferSlabs[] _slabs = [.. Enumerable.Range(0, Classes).Select(number => new BufferSlabs(SmallestCapacity << number))];
    private readonly Stack<ByteRing> _rings = new();

    /// <summary>Octets that are lent out at present.</summary>
    public long Lent { get; private set; }

    public ByteRing RentRing() => _rings.TryPop(out var ring) ? ring : new ByteRing(this);

    public void Return(ByteRing ring)
    {
        ring.Reset();
        if (_rings.Count < KeptRings)
        {
            _rings.Push(ring);
        }
    }

    /// <summary>The capacity that is lent for this one: the next power of two.</summary>
    public static int SizeFor(int capacity) => (int)BitOperations.RoundUpToPowerOf2((uint)Math.Max(capacity, SmallestCapacity));

    public BufferLease Rent(int capacity)
    {
        var lease = _slabs[Class(SizeFor(capacity))].Lend();
        Lent += lease.Length;
        return lease;
    }

    public void Return(in BufferLease lease)
    {
        Lent -= lease.Length;
        _slabs[Class(lease.Length)].TakeBack(in lease);
    }

    private static int Class(int size) => BitOperations.Log2((uint)size / SmallestCapacity);
}
