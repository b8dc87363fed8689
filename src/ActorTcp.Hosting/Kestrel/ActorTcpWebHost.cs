using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ActorTcp.Hosting;

/// <summary>Kestrel on a TCP stack in user space.</summary>
public static class ActorTcpWebHost
{
    /// <summary>
    /// Kestrel's IP endpoints listen on the stack: <c>http://*:80</c> on every address of its prefixes, <c>http://10.77.0.5:80</c> on that one. Endpoints on
    /// loopback, and those that are no IP address, stay with the kernel's sockets.
    /// </summary>
    /// <param name="configure">Has the last word about the options; see <see cref="ActorTcpServices.AddActorTcp"/>.</param>
    public static IWebHostBuilder UseActorTcp(this IWebHostBuilder builder, Action<ActorTcpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.ConfigureServices(services => services.AddActorTcp(configure).AddSingleton<IConnectionListenerFactory, ActorTcpTransport>()
            .TryAddEnumerable(ServiceDescriptor.Singleton<IStartupFilter, RequestLinks>()));
    }
}
