namespace ActorTcp.Actors;

/// <summary>Where any thread leaves parcels for a shard: a lock-free stack (Treiber 1986) that the shard takes as a whole and turns round.</summary>
internal sealed class Inbox
{
    /// <summary>Newest first; any thread.</summary>
    private Parcel? _pushed;

    /// <summary>Oldest first; the shard's thread.</summary>
    private Parcel? _taken;

    public bool IsEmpty => _taken is null && Volatile.Read(ref _pushed) is null;

    /// <summary>A full fence stands between the push and whatever the caller reads next.</summary>
    public void Push(Parcel parcel)
    {
        Parcel? top = Volatile.Read(ref _pushed);
        while (true)
        {
            parcel.Next = top;
            Parcel? seen = Interlocked.CompareExchange(ref _pushed, parcel, top);
            if (seen == top) return;
            top = seen;
        }
    }

    /// <summary>The oldest parcel, or null.</summary>
    public Parcel? Take()
    {
        if (_taken is null && Volatile.Read(ref _pushed) is not null) _taken = Reverse(Interlocked.Exchange(ref _pushed, null));
        Parcel? oldest = _taken;
        _taken = oldest?.Next;
        return oldest;
    }

    private static Parcel? Reverse(Parcel? newest)
    {
        Parcel? oldest = null;
        while (newest is not null) (newest.Next, oldest, newest) = (oldest, newest, newest.Next);
        return oldest;
    }
}
