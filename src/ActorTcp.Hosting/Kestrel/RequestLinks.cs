using System.Diagnostics;
using ActorTcp.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace ActorTcp.Hosting;

/// <summary>The span of a request gets a link to that of its connection. It is no child of it: it may be one of the client's, and the connection outlives it.</summary>
internal sealed class RequestLinks : IStartupFilter
{
    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Use(static (context, next) =>
        {
            if (ConnectionActivities.AreWanted && Activity.Current is { } request && context.Features.Get<IHandshakeFeature>()?.Activity is { } connection)
            {
                request.AddLink(new ActivityLink(connection.Context));
            }

            return next(context);
        });
        next(app);
    };
}
