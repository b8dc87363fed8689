using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ActorTcp.Hosting;

/// <summary>Whether the stack is well: for those who restart what hangs, and for those who send clients to it. The stack comes from dependency injection.</summary>
public static class ActorTcpHealth
{
    /// <summary>Answers 200 while every shard goes round, else 503.</summary>
    public const string AlivePath = "/healthz";

    /// <summary>Answers 200 while new connections are taken, else 503.</summary>
    public const string ReadyPath = "/readyz";

    private const string Alive = "actortcp_alive";
    private const string Ready = "actortcp_ready";

    /// <summary>Adds two checks, <c>actortcp_alive</c> tagged <c>live</c> and <c>actortcp_ready</c> tagged <c>ready</c>.</summary>
    public static IHealthChecksBuilder AddActorTcp(this IHealthChecksBuilder builder) =>
        builder.AddCheck<AliveCheck>(Alive, tags: ["live"]).AddCheck<ReadyCheck>(Ready, tags: ["ready"]);

    /// <summary>Maps <see cref="AlivePath"/> and <see cref="ReadyPath"/>, which ask those two checks; <see cref="AddActorTcp"/> must have added them.</summary>
    public static IEndpointRouteBuilder MapActorTcpHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks(AlivePath, new HealthCheckOptions { Predicate = check => check.Name is Alive });
        endpoints.MapHealthChecks(ReadyPath, new HealthCheckOptions { Predicate = check => check.Name is Ready });
        return endpoints;
    }
}
