using System.Net;
using Microsoft.AspNetCore.Connections;

namespace ActorTcp.Hosting;

/// <summary>Active OPEN for ASP.NET Core's connection abstractions.</summary>
/// <param name="local">The address to speak from, which must be routed to the stack; with port 0 each connection gets its own.</param>
public sealed class ActorTcpConnectionFactory(ActorTcpHost host, IPEndPoint local) : IConnectionFactory
{
    /// <exception cref="NotSupportedException">The end point is no <see cref="IPEndPoint"/>.</exception>
    /// <exception cref="System.Net.Sockets.SocketException">Refused, timed out or unreachable.</exception>
    public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var remote = endpoint as IPEndPoint ?? throw new NotSupportedException($"{endpoint} is no address and port.");
        return new ActorTcpConnectionContext(await host.Stack.ConnectAsync(remote, local, cancellationToken).ConfigureAwait(false));
    }
}
