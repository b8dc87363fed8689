using System.Threading.Channels;

namespace ActorTcp.Control;

/// <summary>From the shards to one reader, bounded: whoever reads too slowly misses something, and the shards never wait.</summary>
internal sealed class Feed<T>(int capacity)
{
    private readonly Channel<T> _items = Channel.CreateBounded<T>(new BoundedChannelOptions(capacity) { SingleReader = true });
    private long _lost;

    public ChannelReader<T> Reader => _items.Reader;

    /// <summary>What there was no room for.</summary>
    public long Lost => Volatile.Read(ref _lost);

    /// <returns>False when there was no room; it is counted.</returns>
    public bool Offer(in T item)
    {
        if (_items.Writer.TryWrite(item))
        {
            return true;
        }

        Interlocked.Increment(ref _lost);
        return false;
    }

    /// <summary>Nothing more is offered; what is there can still be read.</summary>
    public void End() => _items.Writer.TryComplete();
}
