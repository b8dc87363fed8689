namespace ActorTcp.Stack;

/// <summary>Hash → values. Who asks compares what the hash was made of. Nobody can build collisions, since the hash is keyed.</summary>
/// <remarks>
/// Extendible hashing (Fagin, Nievergelt, Pippenger and Strong, 1979): a directory by the first bits of the key leads to segments, of which one at a time grows, splits, or joins
/// its neighbour. So no operation moves more than a segment, however much there is, and no array is large: the directory, which doubles, has a reference for a thousand values.
/// </remarks>
internal sealed class HashTable<TValue>
{
    /// <summary>Values of a segment, at most: to split it takes some ten microseconds, and its array is no large object to the garbage collector.</summary>
    private const int MostInSegment = 2048;

    /// <summary>Neighbours with no more than this between them become one.</summary>
    private const int FewInTwoSegments = MostInSegment / 2;

    /// <summary>Of the directory, at most, should more hashes be equal than ever will be.</summary>
    private const int MostBits = 20;

    private HashSegment<TValue>[] _directory = [new(depth: 0, [], [])];
    private int _bits;

    /// <summary>All that have this hash: nearly always none or one.</summary>
    public ReadOnlySpan<HashPlace<TValue>> With(uint hash)
    {
        var key = Key(hash);
        return Segment(key).With(key);
    }

    /// <summary>The place at which a search for the hash begins: what a search waits for, where the processor does not have it in its cache.</summary>
    public ref readonly HashPlace<TValue> HomeOf(uint hash)
    {
        var key = Key(hash);
        return ref Segment(key).HomeOf(key);
    }

    public void Add(uint hash, TValue value)
    {
        var key = Key(hash);
        var segment = Segment(key);
        if (segment.Count >= MostInSegment && segment.Depth < MostBits)
        {
            Split(segment, key);
            segment = Segment(key);
        }

        segment.Add(key, value);
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(uint hash, TValue value)
    {
        var key = Key(hash);
        var was = Segment(key).Remove(key, value);
        while (TryJoin(key))
        {
        }

        return was;
    }

    /// <summary>Goes through one segment, up to a few thousand values. Whoever goes on where it ended sees each that stays exactly once, however the table changes meanwhile.</summary>
    /// <param name="from">0, or where the call before ended.</param>
    /// <returns>Where to go on; null when there are no more.</returns>
    public uint? Look(uint from, Action<TValue> look)
    {
        var segment = Segment(from);
        foreach (ref readonly var place in segment.Places)
        {
            if (!place.IsFree && place.Key >= from)
            {
                look(place.Value);
            }
        }

        var last = from | (uint)((1UL << (32 - segment.Depth)) - 1);
        return last == uint.MaxValue ? null : last + 1;
    }

    private void Split(HashSegment<TValue> segment, uint key)
    {
        if (segment.Depth == _bits)
        {
            var former = _directory;
            _directory = new HashSegment<TValue>[former.Length * 2];
            _bits++;
            for (var i = 0; i < _directory.Length; i++)
            {
                _directory[i] = former[i / 2];
            }
        }

        var bit = 0x8000_0000 >> segment.Depth;
        var first = key & ~((bit << 1) - 1);
        var (lower, upper) = segment.Split(first | bit);
        Enter(first, lower);
        Enter(first | bit, upper);
    }

    private bool TryJoin(uint key)
    {
        var segment = Segment(key);
        if (segment.Depth == 0 || segment.Count > FewInTwoSegments / 2)
        {
            return false;
        }

        var bit = 0x8000_0000 >> (segment.Depth - 1);
        var neighbour = Segment(key ^ bit);
        if (neighbour.Depth != segment.Depth || segment.Count + neighbour.Count > FewInTwoSegments)
        {
            return false;
        }

        var (lower, upper) = (key & bit) == 0 ? (segment, neighbour) : (neighbour, segment);
        Enter(key, new(segment.Depth - 1, lower.Places, upper.Places));
        return true;
    }

    /// <param name="key">Any that belongs in the segment.</param>
    private void Enter(uint key, HashSegment<TValue> segment)
    {
        var width = 1 << (_bits - segment.Depth);
        Array.Fill(_directory, segment, Index(key) & -width, width);
    }

    private HashSegment<TValue> Segment(uint key) => _directory[Index(key)];

    private int Index(uint key) => (int)((ulong)key >> (32 - _bits));

    /// <summary>The hash, spread over all bits: on one of many shards its own first bits are all the same.</summary>
    private static uint Key(uint hash) => Math.Max(1, unchecked(hash * 0x9E37_79B1));   // odd, 2³² divided by the golden ratio (Knuth, TAOCP vol. 3, §6.4)
}
