using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Ranges of sequence space: what is held beyond RCV.NXT until a gap closes, or what the peer has beyond SND.UNA.</summary>
internal sealed class RangeSet
{
    /// <summary>Ranges that are followed at once; what would need more is not remembered.</summary>
    public const int Capacity = 32;

    private readonly SackBlock[] _blocks = new SackBlock[Capacity];

    /// <summary>Ascending, apart from one another.</summary>
    public ReadOnlySpan<SackBlock> Blocks => _blocks.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>Adds [left, right), merged with what it touches.</summary>
    /// <returns>Whether there was room for it.</returns>
    public bool Add(SeqNum left, SeqNum right)
    {
        var first = 0;
        while (first < Count && _blocks[first].Right < left)
        {
            first++;
        }

        var next = first;
        while (next < Count && _blocks[next].Left <= right)
        {
            left = SeqNum.Min(left, _blocks[next].Left);
            right = SeqNum.Max(right, _blocks[next].Right);
            next++;
        }

        if (next == first && Count == Capacity)
        {
            return false;
        }

        Replace(first, next, new SackBlock(left, right));
        return true;
    }

    /// <summary>Takes out what now follows <paramref name="nxt"/> without a gap, or lies before it.</summary>
    /// <returns>The octets by which <paramref name="nxt"/> may move on.</returns>
    public uint TakeContiguous(SeqNum nxt)
    {
        var end = nxt;
        var taken = 0;
        while (taken < Count && _blocks[taken].Left <= end)
        {
            end = SeqNum.Max(end, _blocks[taken].Right);
            taken++;
        }

        _blocks.AsSpan(taken, Count - taken).CopyTo(_blocks);
        Count -= taken;
        return end.After(nxt);
    }

    public bool Contains(SeqNum left, SeqNum right)
    {
        foreach (var block in Blocks)
        {
            if (block.Left <= left && right <= block.Right)
            {
                return true;
            }
        }

        return false;
    }

    public void Clear() => Count = 0;

    private void Replace(int first, int next, SackBlock block)
    {
        var tail = _blocks.AsSpan(next, Count - next);
        tail.CopyTo(_blocks.AsSpan(first + 1));
        _blocks[first] = block;
        Count += 1 - (next - first);
    }
}
