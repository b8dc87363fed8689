// CA2012: the awaiters are consumed once each, but in another turn than the one that began to wait. CA1001: the connection belongs to the application.
#pragma warning disable CA2012, CA1001
using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;

namespace ActorTcp.Stack;

/// <summary>The bridge from the shard's thread to applications on other threads: one pipe for each direction. Every method but those of the application's side runs on the shard.</summary>
/// <remarks>A full pipe takes nothing more, so that text stays in the receive buffer and the window closes; a full send buffer leaves text in the pipe, so that the writer waits.</remarks>
internal sealed class PipeProtocol : InlineProtocol
{
    private static readonly PipeOptions Options = new(useSynchronizationContext: false);

    private readonly Pipe _input = new(Options);
    private readonly Pipe _output = new(Options);
    private readonly Action<TcpConnection> _opened;
    private readonly Action<ConnectionEnd>? _failed;
    private readonly Action _notify;
    private InlineConnection _self;
    private TcpConnection? _connection;
    private ConfiguredValueTaskAwaitable<ReadResult>.ConfiguredValueTaskAwaiter _reading;
    private ConfiguredValueTaskAwaitable<FlushResult>.ConfiguredValueTaskAwaiter _flushing;
    private bool _isReading;
    private bool _isFlushing;
    private bool _inputDone;
    private bool _outputDone;
    private volatile bool _abort;
    private volatile bool _closeBoth;

    /// <param name="opened">Given the connection when it is established, on the shard's thread.</param>
    /// <param name="failed">Told when it ends without having been established.</param>
    public PipeProtocol(Action<TcpConnection> opened, Action<ConnectionEnd>? failed = null)
    {
        (_opened, _failed) = (opened, failed);
        _notify = () => _self.Notify();
    }

    public PipeReader Input => _input.Reader;

    public PipeWriter Output => _output.Writer;

    /// <summary>From any thread.</summary>
    public void Abort()
    {
        _abort = true;
        NotifyIfOpen();
    }

    /// <summary>From any thread, when the application has completed both of its ends.</summary>
    public void CloseBoth()
    {
        _closeBoth = true;
        NotifyIfOpen();
    }

    public override void Opened(InlineConnection connection)
    {
        _self = connection;
        _connection = new TcpConnection(this, connection);
        _opened(_connection);
        Pump();
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
    {
        if (IsInputBlocked())
        {
            return 0;
        }

        _input.Writer.Write(text);
        Flush();
        return text.Length;
    }

    public override void PeerClosed(InlineConnection connection)
    {
        if (!_inputDone)
        {
            _inputDone = true;
            _input.Writer.Complete();
        }
    }

    public override void Writable(InlineConnection connection) => Proceed(connection);

    public override void Notified(InlineConnection connection)
    {
        if (_abort)
        {
            connection.Abort();
            return;
        }

        Proceed(connection);
    }

    public override void Ended(InlineConnection connection, ConnectionEnd end)
    {
        var failure = end == ConnectionEnd.Closed ? null : new IOException(end.ToString(), ConnectionEnds.ToException(end));
        if (!_inputDone)
        {
            _inputDone = true;
            _input.Writer.Complete(failure);
        }

        if (!_outputDone && !_isReading)
        {
            _outputDone = true;
            _output.Reader.Complete(failure);
        }
        else if (!_outputDone)
        {
            _output.Reader.CancelPendingRead();
            _output.Reader.Complete(failure);
        }

        _connection?.SetEnded(end);
        if (_connection is null)
        {
            _failed?.Invoke(end);
        }
    }

    private void Proceed(InlineConnection connection)
    {
        Pump();
        if (_closeBoth && _outputDone)
        {
            connection.Close();
        }
    }

    private void NotifyIfOpen()
    {
        if (_self != default)
        {
            _self.Notify();
        }
    }

    private bool IsInputBlocked()
    {
        if (_isFlushing && _flushing.IsCompleted)
        {
            _isFlushing = false;
            _inputDone |= _flushing.GetResult().IsCompleted;   // the application reads no more
        }

        return _isFlushing || _inputDone;
    }

    private void Flush()
    {
        _flushing = _input.Writer.FlushAsync().ConfigureAwait(false).GetAwaiter();
        _isFlushing = true;
        if (!_flushing.IsCompleted)
        {
            _flushing.UnsafeOnCompleted(_notify);
        }
    }

    /// <summary>Moves text from the application's pipe to the send buffer, until one is empty or the other full.</summary>
    private void Pump()
    {
        while (!_outputDone)
        {
            if (!_isReading)
            {
                _reading = _output.Reader.ReadAsync().ConfigureAwait(false).GetAwaiter();
                _isReading = true;
                if (!_reading.IsCompleted)
                {
                    _reading.UnsafeOnCompleted(_notify);
                    return;
                }
            }

            if (!_reading.IsCompleted)
            {
                return;
            }

            _isReading = false;
            if (!Move(_reading.GetResult()))
            {
                return;
            }
        }
    }

    /// <returns>Whether the send buffer took all there was.</returns>
    private bool Move(ReadResult result)
    {
        long sent = 0;
        foreach (var piece in result.Buffer)
        {
            var taken = _self.Send(piece.Span);
            sent += taken;
            if (taken < piece.Length)
            {
                break;
            }
        }

        var isAll = sent == result.Buffer.Length;
        _output.Reader.AdvanceTo(result.Buffer.GetPosition(sent), isAll ? result.Buffer.End : result.Buffer.GetPosition(sent));
        if (isAll && result.IsCompleted)
        {
            _outputDone = true;
            _output.Reader.Complete();
            _self.CloseSend();
        }

        return isAll;
    }
}
