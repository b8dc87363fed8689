using System.Threading.Channels;

namespace ActorTcp.Stack;

/// <summary>A listening endpoint, on all shards.</summary>
public sealed class TcpListener
{
    private readonly Channel<TcpConnection> _accepted = Channel.CreateUnbounded<TcpConnection>();
    private readonly TcpStack _stack;
    private int _waiting;
    private volatile bool _isClosing;

    internal TcpListener(TcpStack stack, ListenOptions options)
    {
        (_stack, Options) = (stack, options);
        Actors = [.. stack.Routers.Select(router => new ListenerActor(router, this))];
    }

    public ListenOptions Options { get; }

    /// <summary>Connections in SYN-RECEIVED, on all shards.</summary>
    public int HalfOpen => Actors.Sum(actor => actor.HalfOpen);

    /// <summary>Established connections that wait to be accepted.</summary>
    public int AcceptQueue => Volatile.Read(ref _waiting);

    /// <summary>One for each shard.</summary>
    internal IReadOnlyList<ListenerActor> Actors { get; }

    internal bool IsClosing => _isClosing;

    internal bool IsAcceptQueueFull => Options.Protocol is null && AcceptQueue >= Options.Backlog;

    /// <summary>The next established connection; null when the listener is closed and none is left.</summary>
    /// <exception cref="InvalidOperationException">An inline protocol serves this listener.</exception>
    public async ValueTask<TcpConnection?> AcceptAsync(CancellationToken cancellation = default)
    {
        if (Options.Protocol is not null)
        {
            throw new InvalidOperationException("An inline protocol serves this listener: there is nothing to accept.");
        }

        while (await _accepted.Reader.WaitToReadAsync(cancellation).ConfigureAwait(false))
        {
            if (_accepted.Reader.TryRead(out var connection))
            {
                Interlocked.Decrement(ref _waiting);
                return connection;
            }
        }

        return null;
    }

    /// <summary>Takes no new connections; those that exist go on.</summary>
    public Task CloseAsync()
    {
        _isClosing = true;
        _accepted.Writer.TryComplete();
        return _stack.ForgetAsync(this);
    }

    internal InlineProtocol ProtocolFor() => Options.Protocol ?? new PipeProtocol(Offer);

    private void Offer(TcpConnection connection)
    {
        Interlocked.Increment(ref _waiting);
        if (!_accepted.Writer.TryWrite(connection))
        {
            Interlocked.Decrement(ref _waiting);
            connection.Abort();
        }
    }
}
