using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 8985 §5: what is known of each segment in flight, in the order of sequence numbers and without gaps from SND.UNA on.</summary>
/// <remarks>A connection has one only while text or a FIN is in flight; then it goes back to the <see cref="FlightPool"/>.</remarks>
internal sealed class SegmentsInFlight
{
    /// <summary>Segments that are told apart: a send buffer of 4 MiB in segments of 1,460 octets. What is sent beyond them counts as one with the last.</summary>
    public const int Capacity = 4096;

    private const int InitialCapacity = 16;
    private SentSegment[] _segments = new SentSegment[InitialCapacity];
    private int _first;

    /// <summary>Where the first segment begins: SND.UNA.</summary>
    public SeqNum Begin { get; private set; }

    public int Count { get; private set; }

    public int SackedCount { get; private set; }

    public uint SackedOctets { get; private set; }

    /// <summary>Octets that are in the network no longer: lost, or held by the peer. What is left of the flight is the "pipe".</summary>
    public uint Gone { get; private set; }

    /// <summary>What the latest delivery says: §5.3, per-connection variables that mean nothing once the flight has ended.</summary>
    public LatestDelivery Latest;

    /// <summary>Whether the timer waits for segments that may only be late.</summary>
    public bool AwaitsLate;

    /// <summary>How fast recovery goes on.</summary>
    public ProportionalRate Rate;

    /// <summary>Whether the last timeout was one too many.</summary>
    public SpuriousTimeout Doubt;

    /// <summary>Ascending and adjacent.</summary>
    public ReadOnlySpan<SentSegment> Segments => _segments.AsSpan(_first, Count);

    public SeqNum End => Count > 0 ? Segments[^1].End : Begin;

    /// <summary>Whether it is small enough to be kept for another connection.</summary>
    public bool IsSmall => _segments.Length <= 8 * InitialCapacity;

    /// <inheritdoc cref="Tcb.Fetch"/>
    public uint Fetch() => Begin.Value + (uint)_segments.Length;

    public SeqNum BeginOf(int index) => index == 0 ? Begin : Segments[index - 1].End;

    /// <summary>Notes that [<paramref name="from"/>, <paramref name="to"/>) leaves at <paramref name="now"/>, be it for the first time or again.</summary>
    public void Sent(SeqNum from, SeqNum to, bool isRetransmission, TimeSpan now)
    {
        if (Count == 0)
        {
            Begin = from;
        }

        if (from < End)
        {
            SentAgain(from, SeqNum.Min(to, End), now);
        }

        if (to > End)
        {
            Append(new SentSegment { SentAt = now, End = to, IsRetransmitted = isRetransmission });
        }
    }

    /// <summary>Forgets what lies before <paramref name="una"/>.</summary>
    public void RemoveUpTo(SeqNum una)
    {
        while (Count > 0 && Segments[0].End <= una)
        {
            Clear(0);
            Begin = Segments[0].End;
            _first++;
            Count--;
        }

        if (Count > 0 && Begin < una)
        {
            Gone -= Segments[0].IsGone ? una.After(Begin) : 0;
            SackedOctets -= Segments[0].IsSacked ? una.After(Begin) : 0;
            Begin = una;
        }
    }

    /// <summary>The first segment that begins at <paramref name="seq"/> or beyond it.</summary>
    public int FirstFrom(SeqNum seq)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = BeginOf(middle) < seq ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    public void MarkSacked(int index)
    {
        Clear(index);
        At(index).IsSacked = true;
        SackedCount++;
        SackedOctets += LengthOf(index);
        Gone += LengthOf(index);
    }

    public void MarkLost(int index)
    {
        Clear(index);
        At(index).IsLost = true;
        Gone += LengthOf(index);
    }

    /// <summary>RFC 2018 §8: the peer has thrown away what it had reported.</summary>
    public void ForgetSacks()
    {
        for (var i = 0; i < Count; i++)
        {
            if (Segments[i].IsSacked)
            {
                Clear(i);
            }
        }
    }

    /// <summary>Nothing was lost after all.</summary>
    public void ForgetLosses()
    {
        for (var i = 0; i < Count; i++)
        {
            if (Segments[i].IsLost)
            {
                Clear(i);
            }
        }
    }

    /// <summary>The first stretch that is taken for lost and was not sent again yet.</summary>
    public bool TryNextLost(out SeqNum from, out SeqNum to)
    {
        from = to = Begin;
        var isFound = false;
        foreach (ref readonly var segment in Segments)
        {
            if (segment.IsLost)
            {
                isFound = true;
                to = segment.End;
            }
            else if (isFound)
            {
                break;
            }
            else
            {
                from = segment.End;
            }
        }

        return isFound;
    }

    /// <summary>As new, for another flight.</summary>
    public void Reset()
    {
        (_first, Count, SackedCount) = (0, 0, 0);
        (SackedOctets, Gone) = (0, 0);
        AwaitsLate = false;
        Latest = default;
        Doubt = default;
        Rate = default;
    }

    private ref SentSegment At(int index) => ref _segments[_first + index];

    private uint LengthOf(int index) => Segments[index].End.After(BeginOf(index));

    private void Clear(int index)
    {
        ref var segment = ref At(index);
        Gone -= segment.IsGone ? LengthOf(index) : 0;
        SackedCount -= segment.IsSacked ? 1 : 0;
        SackedOctets -= segment.IsSacked ? LengthOf(index) : 0;
        segment.IsLost = segment.IsSacked = false;
    }

    private void SentAgain(SeqNum from, SeqNum to, TimeSpan now)
    {
        var first = SplitAt(from);
        var end = SplitAt(to);
        for (var i = first; i < end; i++)
        {
            ref var segment = ref At(i);
            segment.SentAt = now;
            segment.IsRetransmitted = true;
            if (segment.IsLost)
            {
                Clear(i);
            }
        }
    }

    /// <summary>Lets a segment end at <paramref name="seq"/>, if there is room for one more; else it is as if the whole of it were meant.</summary>
    /// <returns>The segment that begins there.</returns>
    private int SplitAt(SeqNum seq)
    {
        var index = FirstFrom(seq);
        if (index == 0 || BeginOf(index) == seq || Count == Capacity)
        {
            return index;
        }

        MakeRoom();
        var tail = _segments.AsSpan(_first + index - 1, Count - index + 1);
        tail.CopyTo(_segments.AsSpan(_first + index));
        Count++;
        At(index - 1).End = seq;
        SackedCount += Segments[index].IsSacked ? 1 : 0;
        return index;
    }

    private void Append(SentSegment segment)
    {
        if (Count == Capacity)
        {
            Clear(Count - 1);
            At(Count - 1) = segment;
            return;
        }

        MakeRoom();
        Count++;
        At(Count - 1) = segment;
    }

    private void MakeRoom()
    {
        if (_first + Count < _segments.Length)
        {
            return;
        }

        if (_first >= _segments.Length / 2)
        {
            Segments.CopyTo(_segments);
            _first = 0;
        }
        else
        {
            Array.Resize(ref _segments, _segments.Length * 2);
        }
    }
}
