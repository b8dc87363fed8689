using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A TCP stack in user space: shards that share nothing, each with a packet device, and the endpoints on top.</summary>
/// <remarks>Either <see cref="Start"/> gives every shard a thread, or <see cref="RunOnce"/> drives all of them from one, which is how virtual time works.</remarks>
public sealed class TcpStack : IAsyncDisposable
{
    private readonly Shard[] _shards;
    private readonly SegmentRouter[] _routers;
    private readonly IPacketDevice[] _devices;
    private readonly List<TcpListener> _listeners = [];
    private readonly SipKey _flowKey;
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task[] _running = [];
    private int _nextShard;

    /// <param name="queues">One shard is made for each.</param>
    public TcpStack(TcpStackOptions options, IReadOnlyList<StackQueue> queues)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(queues);
        Options = options;
        Span<byte> secrets = stackalloc byte[32];
        FillSecrets(secrets, options.Seed);
        _flowKey = SipKey.From(secrets);
        Isns = new IsnGenerator(SipKey.From(secrets[16..]));
        _devices = [.. queues.Select(queue => queue.Device)];
        _shards = [.. queues.Select((queue, i) => new Shard(i, options.Time, queue.Parking) { SpinRounds = options.SpinRounds })];
        _routers = [.. _devices.Select(device => new SegmentRouter(this, device))];
        for (var i = 0; i < _shards.Length; i++)
        {
            var counters = _routers[i].Counters;
            _shards[i].Failed += (actor, failure, directive) =>
            {
                counters.Add(Counter.ActorFailures);
                ActorFailed?.Invoke($"{actor}: {failure.Message} ({directive})", failure);
            };
            _shards[i].Spawn(_routers[i]);
        }
    }

    /// <summary>An actor threw: it has been stopped or restarted by its supervisor. Raised on a shard's thread; a handler must not throw.</summary>
    public event Action<string, Exception>? ActorFailed;

    public TcpStackOptions Options { get; }

    public int ShardCount => _shards.Length;

    /// <summary>Connections that are not in CLOSED or TIME-WAIT.</summary>
    public int Connections => _routers.Sum(router => router.Flows.Count);

    /// <summary>Connections in TIME-WAIT.</summary>
    public int TimeWaits => _routers.Sum(router => router.TimeWaits.Count);

    /// <summary>Completes when the first shard has ended: faulted when its device is gone, else because the stack was stopped.</summary>
    public Task Completion => _completion.Task;

    internal IReadOnlyList<SegmentRouter> Routers => _routers;

    internal IReadOnlyList<Shard> Shards => _shards;

    internal IsnGenerator Isns { get; }

    /// <summary>A counter, summed over the shards.</summary>
    public long Count(Counter counter) => _routers.Sum(router => router.Counters[counter]);

    /// <summary>Packets that ended in the reader, over all shards and reasons.</summary>
    internal long CountDrops(DropReason reason) => _routers.Sum(router => router.Counters[reason]);

    /// <summary>RFC 9293 §3.10.1: passive OPEN, for a port and any number of addresses.</summary>
    /// <exception cref="SocketException">Another listener has the port on one of the prefixes.</exception>
    public async Task<TcpListener> ListenAsync(ListenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (_listeners.Any(other => other.Options.Port == options.Port && other.Options.Prefixes.Intersect(options.Prefixes).Any()))
        {
            throw new SocketException((int)SocketError.AddressAlreadyInUse, $"Port {options.Port} has a listener already.");
        }

        var listener = new TcpListener(this, options);
        _listeners.Add(listener);
        await OnEveryShard(router =>
        {
            var actor = new ListenerActor(router, listener);
            lock (listener.Actors)
            {
                listener.Actors.Add(actor);
            }

            router.Adopt(actor);
        }).ConfigureAwait(false);
        return listener;
    }

    /// <summary>RFC 9293 §3.10.1: active OPEN.</summary>
    /// <param name="remote">Whom to connect to.</param>
    /// <param name="local">From which address, which must be routed to this stack; port 0 lets the stack choose.</param>
    /// <exception cref="SocketException">Refused, timed out, unreachable, or no port free, as <see cref="SocketException.SocketErrorCode"/> says.</exception>
    public Task<TcpConnection> ConnectAsync(IPEndPoint remote, IPEndPoint local, CancellationToken cancellation = default)
    {
        var opened = new TaskCompletionSource<TcpConnection>(TaskCreationOptions.RunContinuationsAsynchronously);
        var protocol = new PipeProtocol(
            connection => opened.TrySetResult(connection),
            end => opened.TrySetException(ConnectionEnds.ToException(end)));
        Connect(remote, local, protocol, () => opened.TrySetException(new SocketException((int)SocketError.AddressAlreadyInUse)));
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                if (opened.TrySetCanceled(cancellation))
                {
                    protocol.Abort();
                }
            });
        }

        return opened.Task;
    }

    /// <summary>Active OPEN with an application that runs on the shard.</summary>
    /// <param name="refused">Called on the shard's thread when no connection could be made for want of a port.</param>
    /// <exception cref="SocketException">The remote address is no host's (MUST-46), or the addresses are of different families.</exception>
    public void Connect(IPEndPoint remote, IPEndPoint local, InlineProtocol protocol, Action? refused = null)
    {
        ArgumentNullException.ThrowIfNull(remote);
        ArgumentNullException.ThrowIfNull(local);
        var tuple = new FourTuple(IpAddr.From(local.Address), (ushort)local.Port, IpAddr.From(remote.Address), (ushort)remote.Port);
        if (Martians.IsNoHost(tuple.Remote) || tuple.RemotePort == 0 || tuple.Local.IsV4 != tuple.Remote.IsV4)
        {
            throw new SocketException((int)SocketError.AddressNotAvailable);
        }

        var router = tuple.LocalPort == 0
            ? _routers[(uint)Interlocked.Increment(ref _nextShard) % _routers.Length]
            : OwnerOf(Hash(in tuple));
        ActorRef<OpenRequest>.To(router).Tell(new OpenRequest(tuple, Options.Connection, protocol, refused ?? (() => { })));
    }

    /// <summary>Gives every shard its thread.</summary>
    public void Start()
    {
        _running = [.. _shards.Select(shard => Task.Factory.StartNew(
            () => RunShard(shard), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>Goes round once on every shard, from the calling thread.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool RunOnce()
    {
        var any = false;
        foreach (var shard in _shards)
        {
            any |= shard.RunOnce();
        }

        return any;
    }

    /// <summary>Closes the listeners, waits until the connections have ended, and resets those that have not by the deadline.</summary>
    /// <returns>How many connections were reset.</returns>
    public async Task<int> StopAsync(TimeSpan deadline)
    {
        foreach (var listener in _listeners.ToArray())
        {
            await listener.CloseAsync().ConfigureAwait(false);
        }

        var waited = Options.Time.GetTimestamp();
        while (Connections > 0 && Options.Time.GetElapsedTime(waited) < deadline)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Options.Time).ConfigureAwait(false);
        }

        var left = Connections;
        await OnEveryShard(router => router.AbortAll()).ConfigureAwait(false);
        await DisposeAsync().ConfigureAwait(false);
        return left;
    }

    /// <summary>Ends the shards and their devices at once; peers learn it when they next send.</summary>
    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
        foreach (var device in _devices)
        {
            device.Dispose();
        }
    }

    internal uint Hash(in FourTuple tuple) => (uint)FourTupleHash.Of(in _flowKey, in tuple);

    /// <summary>Which shard owns a flow: decidable from the packet alone.</summary>
    internal SegmentRouter OwnerOf(uint hash) => _routers[(int)(((ulong)hash * (uint)_routers.Length) >> 32)];

    internal Task ForgetAsync(TcpListener listener)
    {
        _listeners.Remove(listener);
        return OnEveryShard(router => router.Forget(listener));
    }

    /// <summary>Runs an action on every shard's thread, or at once when they have none.</summary>
    internal Task OnEveryShard(Action<SegmentRouter> action)
    {
        if (_running.Length == 0)
        {
            Array.ForEach(_routers, action);
            return Task.CompletedTask;
        }

        return Task.WhenAll(_routers.Select((router, i) =>
        {
            var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _shards[i].Post(() =>
            {
                action(router);
                done.SetResult();
            });
            return done.Task;
        }));
    }

    private void RunShard(Shard shard)
    {
        Thread.CurrentThread.Name = $"actortcp-shard-{shard.Index}";
        try
        {
            shard.Run(_stopping.Token);
            _completion.TrySetResult();
        }
        catch (Exception gone)
        {
            _completion.TrySetException(gone);
            throw;
        }
    }

    private static void FillSecrets(Span<byte> secrets, int? seed)
    {
        if (seed is { } value)
        {
            new Random(value).NextBytes(secrets);
        }
        else
        {
            RandomNumberGenerator.Fill(secrets);
        }
    }
}
