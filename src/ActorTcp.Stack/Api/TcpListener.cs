using System.Threading.Channels;
using ActorTcp.Protocol;

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
        (_stack, Options, Policy) = (stack, options, options.Policy);
        Actors = [.. stack.Routers.Select(router => new ListenerActor(router, this))];
    }

    public ListenOptions Options { get; }

    /// <summary>The policy that holds for SYNs to come.</summary>
    public HalfOpenPolicy Policy { get; private set; }

    /// <summary>How the most pressed of the shards behaves.</summary>
    public Pressure Pressure => Actors.Max(actor => actor.Pressure);

    /// <summary>Peers that have sent a SYN and have not proved their address, on all shards. A cookie is none.</summary>
    public int HalfOpen => Actors.Sum(actor => actor.HalfOpen);

    /// <summary>Established connections that wait to be accepted.</summary>
    public int AcceptQueue => Volatile.Read(ref _waiting);

    /// <summary>One for each shard.</summary>
    internal IReadOnlyList<ListenerActor> Actors { get; }

    internal bool IsClosing => _isClosing;

    internal bool IsAcceptQueueFull => Accepts && AcceptQueue >= Options.Backlog;

    /// <summary>Whether connections wait for <see cref="AcceptAsync"/>.</summary>
    private bool Accepts => Options is { Protocol: null, Accepted: null };

    /// <summary>The next established connection; null when the listener is closed and none is left.</summary>
    /// <exception cref="InvalidOperationException">Something else serves this listener: an inline protocol, or <see cref="ListenOptions.Accepted"/>.</exception>
    public async ValueTask<TcpConnection?> AcceptAsync(CancellationToken cancellation = default)
    {
        if (!Accepts)
        {
            throw new InvalidOperationException("Something else serves this listener: there is nothing to accept.");
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

    /// <summary>Another policy from now on. Peers that are half-open under the former one may finish their handshakes.</summary>
    /// <returns>Completes when every shard has taken it.</returns>
    public Task SwitchAsync(HalfOpenPolicy policy)
    {
        Policy = policy;
        return _stack.OnEveryShard(router => Actors[router.Shard.Index].Switch(policy));
    }

    /// <summary>The latest decisions about SYNs and final ACKs, shard by shard, as far as they are remembered.</summary>
    public async Task<IReadOnlyList<ListenerEvent>> EventsAsync()
    {
        var events = new ListenerEvent[Actors.Count][];
        await _stack.OnEveryShard(router => events[router.Shard.Index] = Actors[router.Shard.Index].History.ToArray()).ConfigureAwait(false);
        return [.. events.SelectMany(each => each ?? [])];
    }

    /// <summary>Takes no new connections; those that exist go on.</summary>
    public Task CloseAsync()
    {
        _isClosing = true;
        _accepted.Writer.TryComplete();
        return _stack.ForgetAsync(this);
    }

    internal InlineProtocol ProtocolFor() => Options.Protocol ?? new PipeProtocol(Options.Accepted ?? Offer);

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
