using ActorTcp.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ActorTcp.Dashboard;

/// <summary>The live page of a stack, in any ASP.NET Core application.</summary>
public static class ActorTcpPage
{
    /// <summary>What the page needs, besides a running <see cref="TcpStack"/> among the services.</summary>
    public static IServiceCollection AddActorTcpPage(this IServiceCollection services, Action<ActorTcpPageOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(services);
        services.AddOptions<ActorTcpPageOptions>().Configure(configure ?? (_ => { }));
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.TryAddSingleton<Feed>();
        services.TryAddScoped<Viewer>();
        services.TryAddEnumerable(ServiceDescriptor.Scoped<CircuitHandler, Viewer>(provider => provider.GetRequiredService<Viewer>()));
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ReportShelf>().AddSingleton<LabBench>();
        return services;
    }

    /// <summary>
    /// Serves the page at the root of these endpoints; its application must <c>UseAntiforgery()</c>. Whoever can open the page can change the policies of the listeners:
    /// who that is, is the application's decision.
    /// </summary>
    /// <returns>To demand something of every request, such as authorization.</returns>
    public static IEndpointConventionBuilder MapActorTcpPage(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        PageAssets.Map(endpoints);
        var page = endpoints.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);   // PageHeaders has it
        page.Add(PageHeaders.Guard);
        return page;
    }
}
