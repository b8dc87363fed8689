using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace ActorTcp.Hosting;

/// <summary>A TCP stack in user space as a service of an application.</summary>
public static class ActorTcpServices
{
    /// <summary>Adds a <see cref="ActorTcpHost"/> that starts and stops with the application, and its <see cref="Stack.TcpStack"/>; its options come from the configuration's section <c>ActorTcp</c>.</summary>
    /// <param name="configure">Has the last word about the options.</param>
    public static IServiceCollection AddActorTcp(this IServiceCollection services, Action<ActorTcpOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ActorTcpOptions>()
            .BindConfiguration(ActorTcpOptions.Section)
            .Configure(options => configure?.Invoke(options))
            .ValidateDataAnnotations()
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ActorTcpOptions>, ActorTcpOptionsValidator>());
        if (services.All(service => service.ServiceType != typeof(ActorTcpHost)))
        {
            services.AddSingleton<ActorTcpHost>();
            services.AddSingleton(provider => provider.GetRequiredService<ActorTcpHost>().Stack);
            services.AddSingleton<IHostedService>(provider => provider.GetRequiredService<ActorTcpHost>());
        }

        return services;
    }
}
