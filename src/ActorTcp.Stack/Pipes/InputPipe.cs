// CA2012: the awaiter is consumed once, but in another turn than the one that began to wait.
#pragma warning disable CA2012
using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ActorTcp.Stack;

/// <summary>From the peer to the application. A full pipe takes nothing more: text stays in the receive buffer, and the window closes.</summary>
internal sealed class InputPipe
{
    // What the application waits for goes on in the thread pool; what the shard waits for only tells the actor.
    private static readonly PipeOptions Options = new(readerScheduler: PipeScheduler.ThreadPool, writerScheduler: PipeScheduler.Inline, useSynchronizationContext: false);

    private readonly Pipe _pipe = new(Options);
    private readonly Action _notify;
    private ConfiguredValueTaskAwaitable<FlushResult>.ConfiguredValueTaskAwaiter _flushing;
    private bool _isFlushing;
    private bool _isCompleted;
    private volatile bool _isDone;
    private volatile bool _wasLeftUnread;

    /// <param name="notify">Called on any thread when the application has read, or reads no more.</param>
    public InputPipe(Action notify)
    {
        _notify = notify;
        Reader = new InputReader(_pipe.Reader, Done);
    }

    public PipeReader Reader { get; }

    /// <summary>Whether the application reads no more.</summary>
    public bool IsDone => _isDone;

    /// <summary>Whether it left text in the pipe then.</summary>
    public bool WasLeftUnread => _wasLeftUnread;

    /// <returns>How many octets were taken: all or none.</returns>
    public int Write(ReadOnlySpan<byte> text)
    {
        if (_isDone || _isCompleted || (_isFlushing && !_flushing.IsCompleted))
        {
            return 0;
        }

        if (_isFlushing)
        {
            _flushing.GetResult();
        }

        _pipe.Writer.Write(text);
        _flushing = _pipe.Writer.FlushAsync().ConfigureAwait(false).GetAwaiter();
        _isFlushing = true;
        if (!_flushing.IsCompleted)
        {
            _flushing.UnsafeOnCompleted(_notify);
        }

        return text.Length;
    }

    /// <summary>Nothing follows: after a FIN the application still reads what is in the pipe, after a failure it does not.</summary>
    public void Complete(Exception? failure)
    {
        if (!_isCompleted)
        {
            _isCompleted = true;
            _pipe.Writer.Complete(failure);
        }
    }

    private void Done(bool wasLeftUnread)
    {
        _wasLeftUnread = wasLeftUnread;
        _isDone = true;
        _notify();
    }
}
