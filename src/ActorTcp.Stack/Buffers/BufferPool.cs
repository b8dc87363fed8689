using System.Numerics;

namespace ActorTcp.Stack;

/// <summary>The byte rings of one shard. A connection borrows one only while there are octets to keep; arrays come in powers of two.</summary>
internal sealed class BufferPool
{
    public const int SmallestCapacity = 2048;
    private const int Classes = 20;   // up to 1 GiB
    private const int KeptRings = 4096;

    /// <summary>Octets that each class keeps for the next one who asks.</summary>
    private const int KeptPerClass = 16 * 1024 * 1024;
    private readonly Stack<byte[]>[] _arrays = new Stack<byte[]>[Classes];
    private readonly Stack<ByteRing> _rings = new();

    public BufferPool()
    {
        for (var i = 0; i < Classes; i++)
        {
            _arrays[i] = new Stack<byte[]>();
        }
    }

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

    public byte[] Rent(int capacity)
    {
        var size = SizeFor(capacity);
        Lent += size;
        return _arrays[Class(size)].TryPop(out var array) ? array : GC.AllocateUninitializedArray<byte>(size);
    }

    public void Return(byte[] array)
    {
        Lent -= array.Length;
        var kept = _arrays[Class(array.Length)];
        if ((kept.Count + 1L) * array.Length <= KeptPerClass)
        {
            kept.Push(array);
        }
    }

    private static int Class(int size) => BitOperations.Log2((uint)size / SmallestCapacity);
}
