using System.Net;
using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.Hosting;

/// <summary>HTTP requests over a TCP stack in user space.</summary>
public static class ActorTcpHttpClient
{
    /// <summary>The handler's connections are opened by the stack in place of the kernel's sockets. Names are resolved by the system.</summary>
    /// <param name="local">The address to speak from, which must be routed to the stack; its family decides which addresses of a name are tried.</param>
    public static SocketsHttpHandler UseActorTcp(this SocketsHttpHandler handler, TcpStack stack, IPAddress local)
    {
        ArgumentNullException.ThrowIfNull(handler);
        ArgumentNullException.ThrowIfNull(stack);
        ArgumentNullException.ThrowIfNull(local);
        handler.ConnectCallback = async (context, cancellation) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, local.AddressFamily, cancellation).ConfigureAwait(false);
            for (var i = 0; ; i++)
            {
                try
                {
                    var connection = await stack.ConnectAsync(new IPEndPoint(addresses[i], context.DnsEndPoint.Port), new IPEndPoint(local, 0), cancellation).ConfigureAwait(false);
                    return connection.AsStream();
                }
                catch (SocketException) when (i + 1 < addresses.Length)
                {
                    // The name has another address.
                }
            }
        };
        return handler;
    }
}
