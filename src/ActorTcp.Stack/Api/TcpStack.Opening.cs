using System.Net;
using System.Net.Sockets;
using ActorTcp.Actors;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>RFC 9293 §3.10.1: OPEN.</content>
public sealed partial class TcpStack
{
    private readonly List<TcpListener> _listeners = [];
    private int _nextShard;

    /// <summary>Passive OPEN, for a port and any number of addresses.</summary>
    /// <exception cref="SocketException">Another listener has the port on one of the prefixes.</exception>
    public async Task<TcpListener> ListenAsync(ListenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var listener = new TcpListener(this, options);
        lock (_listeners)
        {
            if (_listeners.Any(other => other.Options.Port == options.Port && other.Options.Prefixes.Intersect(options.Prefixes).Any()))
            {
                throw new SocketException((int)SocketError.AddressAlreadyInUse, $"Port {options.Port} has a listener already.");
            }

            _listeners.Add(listener);
        }

        await OnEveryShard(router => router.Adopt(listener.Actors[router.Shard.Index])).ConfigureAwait(false);
        return listener;
    }

    /// <summary>Active OPEN.</summary>
    /// <param name="remote">Whom to connect to.</param>
    /// <param name="local">From which address, which must be routed to this stack; port 0 lets the stack choose.</param>
    /// <exception cref="SocketException">Refused, timed out, unreachable, or no port free, as <see cref="SocketException.SocketErrorCode"/> says.</exception>
    public Task<TcpConnection> ConnectAsync(IPEndPoint remote, IPEndPoint local, CancellationToken cancellation = default) =>
        ConnectAsync(remote, local, fastOpen: null, cancellation);

    /// <summary>Active OPEN with TCP Fast Open (RFC 7413): where the server is known to offer it, the first text goes with the SYN; else it follows the handshake, which asks for next time.</summary>
    /// <param name="fastOpen">The first text, at most as many octets as the send buffer holds. The server may receive it twice: it is for requests that may be repeated. Null asks for no Fast Open.</param>
    /// <exception cref="SocketException">As without.</exception>
    /// <exception cref="ArgumentException">There is more text than the send buffer holds.</exception>
    public async Task<TcpConnection> ConnectAsync(IPEndPoint remote, IPEndPoint local, ReadOnlyMemory<byte>? fastOpen, CancellationToken cancellation = default)
    {
        cancellation.ThrowIfCancellationRequested();
        var opened = new TaskCompletionSource<TcpConnection>(TaskCreationOptions.RunContinuationsAsynchronously);
        var protocol = new PipeProtocol(
            connection =>
            {
                if (!opened.TrySetResult(connection))
                {
                    connection.Abort();   // nobody waits any more
                }
            },
            end => opened.TrySetException(ConnectionEnds.ToException(end)));
        Connect(remote, local, protocol, () => opened.TrySetException(new SocketException((int)SocketError.AddressAlreadyInUse)), fastOpen);
        using var cancelled = cancellation.UnsafeRegister(_ =>
        {
            if (opened.TrySetCanceled(cancellation))
            {
                protocol.Abort();
            }
        }, null);
        using var stopped = _stopping.Token.UnsafeRegister(_ => opened.TrySetException(new ObjectDisposedException(nameof(TcpStack))), null);
        return await opened.Task.ConfigureAwait(false);
    }

    /// <summary>Active OPEN with an application that runs on the shard.</summary>
    /// <param name="refused">Called on the shard's thread when no connection could be made for want of a port.</param>
    /// <param name="fastOpen">The first text, for TCP Fast Open, as in <see cref="ConnectAsync(IPEndPoint, IPEndPoint, ReadOnlyMemory{byte}?, CancellationToken)"/>.</param>
    /// <exception cref="SocketException">One of the addresses is no host's (MUST-46), or they are of different families.</exception>
    /// <exception cref="ArgumentException">There is more text than the send buffer holds.</exception>
    public void Connect(IPEndPoint remote, IPEndPoint local, InlineProtocol protocol, Action? refused = null, ReadOnlyMemory<byte>? fastOpen = null)
    {
        ArgumentNullException.ThrowIfNull(remote);
        ArgumentNullException.ThrowIfNull(local);
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        var tuple = new FourTuple(IpAddr.From(local.Address), (ushort)local.Port, IpAddr.From(remote.Address), (ushort)remote.Port);
        if (Martians.IsNoHost(tuple.Remote) || Martians.IsNoHost(tuple.Local) || tuple.RemotePort == 0 || tuple.Local.IsV4 != tuple.Remote.IsV4)
        {
            throw new SocketException((int)SocketError.AddressNotAvailable);
        }

        if (fastOpen?.Length > Options.Connection.SendBuffer)
        {
            throw new ArgumentException($"The send buffer holds {Options.Connection.SendBuffer} octets.", nameof(fastOpen));
        }

        var router = tuple.LocalPort == 0
            ? _routers[(uint)Interlocked.Increment(ref _nextShard) % _routers.Length]
            : OwnerOf(Hash(in tuple));
        ActorRef<OpenRequest>.To(router).Tell(new OpenRequest(tuple, Options.Connection, protocol, refused ?? (() => { }), fastOpen));
    }

    internal Task ForgetAsync(TcpListener listener)
    {
        lock (_listeners)
        {
            return _listeners.Remove(listener) ? OnEveryShard(router => router.Forget(listener)) : Task.CompletedTask;
        }
    }
}
