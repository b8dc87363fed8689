namespace ActorTcp.Stack;

/// <summary>All slabs of buffers of one size.</summary>
/// <param name="size">Of each buffer, in octets.</param>
internal sealed class BufferSlabs(int size)
{
    /// <summary>Octets that are kept while nobody borrows them.</summary>
    private const int Kept = 16 * 1024 * 1024;

    /// <summary>Those that have something to lend; the last one does so next.</summary>
    private readonly List<BufferSlab> _stocked = [];

    /// <summary>Octets in slabs of which nothing is lent.</summary>
    private long _idle;

    public BufferLease Lend()
    {
        if (_stocked.Count == 0)
        {
            Stock(new BufferSlab(size));
            _idle += _stocked[^1].Length;
        }

        var slab = _stocked[^1];
        _idle -= slab.IsWhole ? slab.Length : 0;
        var lease = slab.Lend();
        if (slab.IsUsedUp)
        {
            _stocked.RemoveAt(slab.Place);
        }

        return lease;
    }

    public void TakeBack(in BufferLease lease)
    {
        var slab = lease.Slab!;
        if (slab.IsUsedUp)
        {
            Stock(slab);
        }

        slab.TakeBack(lease.Start);
        if (!slab.IsWhole)
        {
            return;
        }

        if (_idle + slab.Length <= Kept)
        {
            _idle += slab.Length;
        }
        else
        {
            Drop(slab);
        }
    }

    private void Stock(BufferSlab slab)
    {
        slab.Place = _stocked.Count;
        _stocked.Add(slab);
    }

    /// <summary>The last one moves to its place.</summary>
    private void Drop(BufferSlab slab)
    {
        var last = _stocked[^1];
        (_stocked[slab.Place], last.Place) = (last, slab.Place);
        _stocked.RemoveAt(_stocked.Count - 1);
    }
}
