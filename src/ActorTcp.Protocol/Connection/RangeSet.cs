using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>Ranges of sequence space: what is held beyond RCV.NXT until a gap closes, or what the peer has beyond SND.UNA.</summary>
internal sealed class RangeSet
{
    /// <summary>Ranges that are followed at once; what would need more is not remembered.</summary>
    public const int Capacity = 32;

    private const int Remembered = 4;

    private readonly SackBlock[] _blocks = new SackBlock[Capacity];
    private readonly SeqNum[] _latest = new SeqNum[Remembered];
    private int _noted;

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

    /// <summary>The first part of [left, right) that is in a range; empty when there is none.</summary>
    public SackBlock FirstOverlap(SeqNum left, SeqNum right)
    {
        foreach (var block in Blocks)
        {
            if (block.Left < right && left < block.Right)
            {
                return new SackBlock(SeqNum.Max(left, block.Left), SeqNum.Min(right, block.Right));
            }
        }

        return default;
    }

    /// <summary>A number in what has just come: its block is the latest one from now on.</summary>
    public void Note(SeqNum number)
    {
        _noted = Math.Min(_noted + 1, Remembered);
        _latest.AsSpan(0, _noted - 1).CopyTo(_latest.AsSpan(1));
        _latest[0] = number;
    }

    /// <summary>Copies blocks, the latest first, then ascending, as many as fit.</summary>
    /// <returns>How many.</returns>
    public int CopyLatest(Span<SackBlock> to)
    {
        var count = 0;
        for (var i = 0; i < _noted; i++)
        {
            foreach (var block in Blocks)
            {
                if (block.Left <= _latest[i] && _latest[i] < block.Right)
                {
                    Append(block, to, ref count);
                }
            }
        }

        foreach (var block in Blocks)
        {
            Append(block, to, ref count);
        }

        return count;
    }

    public void Clear() => (Count, _noted) = (0, 0);

    private static void Append(SackBlock block, Span<SackBlock> to, ref int count)
    {
        if (count < to.Length && !to[..count].Contains(block))
        {
            to[count++] = block;
        }
    }

    private void Replace(int first, int next, SackBlock block)
    {
        var tail = _blocks.AsSpan(next, Count - next);
        tail.CopyTo(_blocks.AsSpan(first + 1));
        _blocks[first] = block;
        Count += 1 - (next - first);
    }
}
