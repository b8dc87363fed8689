// CA2012: the awaiter is consumed once, but in another turn than the one that began to wait.
#pragma warning disable CA2012
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ActorTcp.Stack;

/// <summary>From the application to the peer. A full send buffer leaves text in the pipe, so that the writer waits.</summary>
/// <param name="notify">Called on any thread when the application has written.</param>
internal sealed class OutputPipe(Action notify)
{
    private static readonly PipeOptions Options = new(readerScheduler: PipeScheduler.Inline, writerScheduler: PipeScheduler.ThreadPool, useSynchronizationContext: false);

    private readonly Pipe _pipe = new(Options);
    private ConfiguredValueTaskAwaitable<ReadResult>.ConfiguredValueTaskAwaiter _reading;
    private bool _isReading;

    public PipeWriter Writer => _pipe.Writer;

    /// <summary>Whether all that the application will ever write has been sent.</summary>
    public bool IsDone { get; private set; }

    /// <summary>Moves text from the pipe to the send buffer, until one is empty or the other full. The end of the text becomes a FIN, an application's failure a reset.</summary>
    public void MoveTo(InlineConnection connection)
    {
        while (!IsDone && TryRead(connection, out var result) && Move(in result, connection))
        {
        }
    }

    /// <summary>Nothing more can be sent.</summary>
    public void Complete(Exception? failure)
    {
        if (!IsDone)
        {
            IsDone = true;
            _pipe.Reader.Complete(failure);
        }
    }

    /// <summary>Begins to read, or looks whether what was begun is done.</summary>
    private bool TryRead(InlineConnection connection, out ReadResult result)
    {
        result = default;
        try
        {
            if (!_isReading)
            {
                _reading = _pipe.Reader.ReadAsync().ConfigureAwait(false).GetAwaiter();
                _isReading = true;
                if (!_reading.IsCompleted)
                {
                    _reading.UnsafeOnCompleted(notify);
                }
            }

            if (!_reading.IsCompleted)
            {
                return false;
            }

            _isReading = false;
            result = _reading.GetResult();
            return true;
        }
        catch (Exception failure)
        {
            Complete(failure);   // it is the application's own, given to Complete
            connection.Abort();
            return false;
        }
    }

    /// <returns>Whether the send buffer took all there was.</returns>
    private bool Move(in ReadResult result, InlineConnection connection)
    {
        long sent = 0;
        foreach (var piece in result.Buffer)
        {
            var taken = connection.Send(piece.Span);
            sent += taken;
            if (taken < piece.Length)
            {
                break;
            }
        }

        var isAll = sent == result.Buffer.Length;
        var end = result.Buffer.GetPosition(sent);
        _pipe.Reader.AdvanceTo(end, isAll ? result.Buffer.End : end);
        if (isAll && result.IsCompleted)
        {
            Complete(failure: null);
            connection.CloseSend();
        }

        return isAll;
    }
}
