using System.Threading.Channels;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>A listening endpoint, on all shards.</summary>
public sealed class TcpListener
{
    private readonly Channel<TcpConnection> _accepted = Channel.CreateUnbounded<TcpConnection>();
    private readonly TcpStack _stack;
    private volatile ListenLimits _limits;
    private int _waiting;
    private volatile bool _isClosing;

    internal TcpListener(TcpStack stack, ListenOptions options)
    {
        (_stack, Options, _limits) = (stack, options, options);
        Actors = [.. stack.Routers.Select(router => new ListenerActor(router, this))];
    }

    /// <summary>With what it began.</summary>
    public ListenOptions Options { get; }

    /// <summary>The limits that hold for SYNs to come.</summary>
    public ListenLimits Limits => _limits;

    /// <summary>The policy that holds for SYNs to come.</summary>
    public HalfOpenPolicy Policy => Limits.Policy;

    /// <summary>How the most pressed of the shards behaves.</summary>
    public Pressure Pressure => Actors.Max(actor => actor.Pressure);

    /// <summary>Peers that have sent a SYN and have not proved their address, on all shards. A cookie is none.</summary>
    public int HalfOpen => Actors.Sum(actor => actor.HalfOpen);

    /// <summary>Established connections that wait to be accepted.</summary>
    public int AcceptQueue => Volatile.Read(ref _waiting);

    /// <summary>One for each shard.</summary>
    internal IReadOnlyList<ListenerActor> Actors { get; }

    internal bool IsClosing => _isClosing;

    internal bool IsAcceptQueueFull => Accepts && AcceptQueue >= Limits.Backlog;

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
    public Task SwitchAsync(HalfOpenPolicy policy) => ChangeAsync(Limits with { Policy = policy });

    /// <summary>Other limits from now on. Nobody who is half-open, pending or waiting loses his place for it, but records that a smaller SYN cache has no room for.</summary>
    /// <param name="limits">All of them: <c>listener.Limits with { … }</c> changes some. Of <see cref="ListenOptions"/> nothing else is taken.</param>
    /// <returns>Completes when every shard has taken them.</returns>
    public Task ChangeAsync(ListenLimits limits)
    {
        ArgumentNullException.ThrowIfNull(limits);
        _limits = limits;
        return _stack.OnEveryShard(router => Actors[router.Shard.Index].Change(Limits));   // of two changes at once, every shard ends with the later
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
