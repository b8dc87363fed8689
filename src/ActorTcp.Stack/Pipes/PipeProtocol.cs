// CA1001: the connection belongs to the application.
#pragma warning disable CA1001
namespace ActorTcp.Stack;

/// <summary>The bridge from the shard's thread to an application on other threads: one pipe for each direction. Every method but <see cref="Abort"/> runs on the shard.</summary>
/// <param name="opened">Given the connection when it is established.</param>
/// <param name="failed">Told when it ends without having been established.</param>
internal sealed class PipeProtocol(Action<TcpConnection> opened, Action<ConnectionEnd>? failed = null) : InlineProtocol
{
    private InlineConnection _self;
    private InputPipe? _input;
    private OutputPipe? _output;
    private TcpConnection? _connection;
    private volatile bool _abort;

    /// <summary>From any thread, at any time.</summary>
    public void Abort()
    {
        _abort = true;
        Interlocked.MemoryBarrier();   // either this thread sees the connection, or Begun sees the wish
        Notify();
    }

    internal override void Begun(InlineConnection connection)
    {
        _self = connection;
        Interlocked.MemoryBarrier();
        if (_abort)
        {
            Notify();
        }
    }

    public override void Opened(InlineConnection connection)
    {
        Action notify = Notify;
        (_input, _output) = (new InputPipe(notify), new OutputPipe(notify));
        _connection = new TcpConnection(this, connection, _input.Reader, _output.Writer);
        opened(_connection);
        Proceed(connection);
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => _input!.Write(text);

    public override void PeerClosed(InlineConnection connection)
    {
        _input!.Complete(failure: null);
        _connection!.SetPeerClosed();
    }

    public override void Writable(InlineConnection connection) => Proceed(connection);

    public override void Notified(InlineConnection connection)
    {
        if (_abort)
        {
            connection.Abort();
        }
        else if (_output is not null)
        {
            Proceed(connection);
        }
    }

    public override void Ended(InlineConnection connection, ConnectionEnd end)
    {
        if (_connection is null)
        {
            failed?.Invoke(end);
            return;
        }

        var failure = end == ConnectionEnd.Closed ? null : ConnectionEnds.ToIOException(end);
        _input!.Complete(failure);
        _output!.Complete(failure);
        _connection.SetEnded(end);
    }

    /// <summary>RFC 9293 §3.6.1: when the application has done with both pipes, text that it has not read is lost, and the peer must know.</summary>
    private void Proceed(InlineConnection connection)
    {
        _output!.MoveTo(connection);
        if (!_output.IsDone || !_input!.IsDone)
        {
            return;
        }

        if (_input.WasLeftUnread)
        {
            connection.Abort();
        }
        else
        {
            connection.Close();
        }
    }

    private void Notify()
    {
        if (_self != default)
        {
            _self.Notify();
        }
    }
}
