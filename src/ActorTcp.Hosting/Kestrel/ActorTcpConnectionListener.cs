using System.Net;
using ActorTcp.Stack;
using Microsoft.AspNetCore.Connections;

namespace ActorTcp.Hosting;

/// <summary>A listener of the stack as Kestrel wants it.</summary>
internal sealed class ActorTcpConnectionListener(TcpListener listener, IPEndPoint endpoint) : IConnectionListener
{
    public EndPoint EndPoint => endpoint;

    public async ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
        await listener.AcceptAsync(cancellationToken).ConfigureAwait(false) is { } connection ? new ActorTcpConnectionContext(connection) : null;

    public async ValueTask UnbindAsync(CancellationToken cancellationToken = default) => await listener.CloseAsync().ConfigureAwait(false);

    public ValueTask DisposeAsync() => UnbindAsync();
}
