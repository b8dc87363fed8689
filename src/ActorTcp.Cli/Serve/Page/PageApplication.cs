using ActorTcp.Dashboard;
using ActorTcp.Hosting;
using ActorTcp.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;

namespace ActorTcp.Cli;

/// <summary>What the daemon shows over HTTP: Kestrel on the kernel's sockets, who is let in, and what is mapped.</summary>
internal static class PageApplication
{
    /// <param name="stack">What everything that is mapped tells of.</param>
    public static WebApplication Build(PageOptions options, TcpStack stack)
    {
        // Empty: no setting comes from the environment, nor from files wherever the daemon was started.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(options.EndPoint!);
        });
        AddLogging(builder.Logging);
        builder.Services.AddSingleton<IHostLifetime, PageLifetime>().AddRouting().AddSingleton(stack);
        builder.Services.AddHealthChecks().AddActorTcp();
        builder.Services.AddActorTcpPage(page => page.ReportFolder = options.ReportFolder).AddDataProtection().AddKeyManagementOptions(keys => keys.XmlRepository = new KeysOfThisRun());
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = AllowedHosts(options));

        var app = builder.Build();
        app.UseHostFiltering().Use(new PageGuard(options.Token).AdmitAsync).UseStatusCodePagesWithReExecute("/not-found").UseAntiforgery();
        app.MapActorTcpHealth().MapActorTcpMetrics();
        app.MapActorTcpPage();
        return app;
    }

    /// <summary>Under a name that an attacker's DNS resolves to this machine, their page and this one would be the same site. Elsewhere the token is in the way.</summary>
    private static string[] AllowedHosts(PageOptions options) =>
        options.IsLoopback ? ["localhost", new UriBuilder(Uri.UriSchemeHttp, options.EndPoint!.Address.ToString()).Uri.Host] : ["*"];

    private static void AddLogging(ILoggingBuilder logging)
    {
        logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true);
        logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None);   // what it would say of a failed start, the exception says
        logging.AddFilter("Microsoft.AspNetCore.DataProtection", LogLevel.Error);         // that its keys do not outlast the program is meant
        logging.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
    }
}
