using System.Net;
using System.Net.Sockets;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using Microsoft.AspNetCore.Connections;

namespace ActorTcp.Hosting;

/// <summary>Binds Kestrel's endpoints to the stack.</summary>
internal sealed class ActorTcpTransport(ActorTcpHost host) : IConnectionListenerFactory, IConnectionListenerFactorySelector
{
    public bool CanBind(EndPoint endpoint) => endpoint is IPEndPoint ip && !IPAddress.IsLoopback(ip.Address);

    public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
    {
        var ip = (IPEndPoint)endpoint;
        try
        {
            var listener = await host.ListenAsync(new ListenOptions
            {
                Port = (ushort)ip.Port,
                Prefixes = PrefixesOf(ip.Address),
                Connection = ConnectionSettings.Default with { Nagle = false },
            }).ConfigureAwait(false);
            return new ActorTcpConnectionListener(listener, ip);
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new AddressInUseException(taken.Message, taken);
        }
    }

    private IReadOnlyList<IPNetwork> PrefixesOf(IPAddress address) =>
        address.Equals(IPAddress.IPv6Any) ? host.Prefixes
        : address.Equals(IPAddress.Any) ? [.. host.Prefixes.Where(prefix => prefix.BaseAddress.AddressFamily == AddressFamily.InterNetwork)]
        : [new IPNetwork(address, address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)];
}
