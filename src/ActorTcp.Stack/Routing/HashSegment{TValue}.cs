namespace ActorTcp.Stack;

/// <summary>A part of a <see cref="HashTable{TValue}"/>: all places whose keys have the same first bits, in the order of their keys.</summary>
/// <remarks>
/// Each key stands at its home, which its next bits give, or is pushed behind it by smaller keys: linear probing in order (Amble and Knuth, "Ordered hash tables", 1974).
/// So a search ends at the first larger key, and what moves to another array is copied in one pass.
/// </remarks>
internal sealed class HashSegment<TValue>
{
    private const int FewestHomes = 256;

    /// <summary>Places behind the last home, for what is pushed there; the last one is always free and ends every search.</summary>
    private const int Tail = 64;

    private HashPlace<TValue>[] _places;
    private uint _homes;

    /// <param name="depth">How many first bits all keys have in common.</param>
    /// <param name="lower">The places to begin with, in order; free ones may be among them.</param>
    /// <param name="upper">Those that follow.</param>
    public HashSegment(int depth, ReadOnlySpan<HashPlace<TValue>> lower, ReadOnlySpan<HashPlace<TValue>> upper)
    {
        Depth = depth;
        _places = [];
        Fill(lower, upper);
    }

    public int Depth { get; }

    public int Count { get; private set; }

    public ReadOnlySpan<HashPlace<TValue>> Places => _places;

    /// <summary>Where a search for the key begins.</summary>
    public ref readonly HashPlace<TValue> HomeOf(uint key) => ref _places[Home(key)];

    /// <summary>All that have this key: nearly always none or one.</summary>
    public ReadOnlySpan<HashPlace<TValue>> With(uint key)
    {
        var places = _places;
        var first = Seek(key);
        var end = first;
        while (places[end].Key == key)
        {
            end++;
        }

        return new ReadOnlySpan<HashPlace<TValue>>(places, first, end - first);
    }

    public void Add(uint key, TValue value)
    {
        if (Count >= _homes / 6 * 5)
        {
            Fill(_places, []);
        }

        var place = Seek(key);
        var end = place;
        while (!_places[end].IsFree)
        {
            end++;
        }

        Lengthen(end);
        for (; end > place; end--)
        {
            _places[end] = _places[end - 1];
        }

        _places[place] = new HashPlace<TValue>(key, value);
        Count++;
    }

    /// <returns>Whether it was there.</returns>
    public bool Remove(uint key, TValue value)
    {
        var place = Seek(key);
        while (_places[place].Key == key && !EqualityComparer<TValue>.Default.Equals(_places[place].Value, value))
        {
            place++;
        }

        if (_places[place].Key != key)
        {
            return false;
        }

        for (; !_places[place + 1].IsFree && Home(_places[place + 1].Key) <= place; place++)
        {
            _places[place] = _places[place + 1];
        }

        _places[place] = default;
        Count--;
        return true;
    }

    /// <param name="middle">The first key of the upper half.</param>
    public (HashSegment<TValue> Lower, HashSegment<TValue> Upper) Split(uint middle)
    {
        var boundary = Seek(middle);
        return (new(Depth + 1, _places.AsSpan(0, boundary), []), new(Depth + 1, _places.AsSpan(boundary), []));
    }

    private int Home(uint key) => (int)(((ulong)(key << Depth) * _homes) >> 32);

    /// <summary>The first place with this key or a larger one, or else the free place where this key belongs.</summary>
    private int Seek(uint key)
    {
        var places = _places;
        var place = Home(key);
        while (places[place].IsBefore(key))
        {
            place++;
        }

        return place;
    }

    /// <summary>Begins anew, two thirds full, with what is in order already.</summary>
    /// <remarks>
    /// The array lies where the garbage collector copies nothing and counts all as old: a young one would be copied twice, and its references to old connections looked through each time.
    /// No branch depends on which places are free, which no processor could foresee: a free one is copied too, and overwritten by what follows.
    /// </remarks>
    private void Fill(ReadOnlySpan<HashPlace<TValue>> lower, ReadOnlySpan<HashPlace<TValue>> upper)
    {
        Count = Taken(lower) + Taken(upper);
        _homes = (uint)Math.Max(FewestHomes, Count * 3 / 2);
        _places = GC.AllocateArray<HashPlace<TValue>>((int)_homes + Tail, pinned: true);
        Append(upper, Append(lower, 0));
    }

    private int Append(ReadOnlySpan<HashPlace<TValue>> entries, int end)
    {
        foreach (ref readonly var entry in entries)
        {
            var place = Math.Max(Home(entry.Key), end);
            Lengthen(place);
            _places[place] = entry;
            end = entry.IsFree ? end : place + 1;
        }

        return end;
    }

    /// <summary>Sees to it that this place is not the last.</summary>
    private void Lengthen(int place)
    {
        if (place == _places.Length - 1)
        {
            Array.Resize(ref _places, _places.Length + Tail);
        }
    }

    private static int Taken(ReadOnlySpan<HashPlace<TValue>> entries)
    {
        var taken = 0;
        foreach (ref readonly var entry in entries)
        {
            taken += entry.IsFree ? 0 : 1;
        }

        return taken;
    }
}
