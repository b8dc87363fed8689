using System.Buffers;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>What all taps for clients have in common: a bounded feed, a filter, and a count.</summary>
/// <param name="limit">After how many to end; null sets no limit.</param>
internal abstract class FeedTap<T>(ConnectionFilter filter, int capacity, int? limit) : ITap, IDisposable
{
    private readonly Feed<T> _feed = new(capacity);

    public long Told { get; private set; }

    public long Lost => _feed.Lost;

    /// <summary>Whether as much was told as anybody wants.</summary>
    public bool IsDone => Told >= limit;

    protected ConnectionFilter Filter => filter;

    public ValueTask<bool> WaitAsync(CancellationToken cancellation) => _feed.Reader.WaitToReadAsync(cancellation);

    /// <summary>Writes the next, if it is there and wanted.</summary>
    public bool TryTell(IBufferWriter<byte> output)
    {
        if (IsDone || !_feed.Reader.TryRead(out var item))
        {
            return false;
        }

        Tell(in item, output);
        Told++;
        return true;
    }

    /// <summary>Nothing more is taken in; what is there can still be told.</summary>
    public void End() => _feed.End();

    /// <summary>The first words: a client that has read them misses nothing that happens from then on.</summary>
    public virtual void TellBeginning(IBufferWriter<byte> output)
    {
    }

    /// <summary>A word between, now and then.</summary>
    public virtual void TellMeanwhile(IBufferWriter<byte> output)
    {
    }

    /// <summary>The last words.</summary>
    public virtual void TellEnd(IBufferWriter<byte> output) => JsonLine.Write(output, new ControlNotice { Told = Told, Lost = Lost }, ControlJson.Default.ControlNotice);

    /// <summary>Gives back what nobody has read.</summary>
    public void Dispose()
    {
        End();
        while (_feed.Reader.TryRead(out var item))
        {
            Discard(in item);
        }
    }

    protected void Offer(in T item)
    {
        if (!_feed.Offer(in item))
        {
            Discard(in item);
        }
    }

    protected abstract void Tell(in T item, IBufferWriter<byte> output);

    protected virtual void Discard(in T item)
    {
    }
}
