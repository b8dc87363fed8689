using ActorTcp.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ActorTcp.Hosting;

/// <summary>What can be measured of the stack. It comes from dependency injection.</summary>
public static class ActorTcpMetrics
{
    /// <summary>The meter of every stack, for <c>AddMeter</c> and <c>dotnet-counters</c>; its instruments stand in <c>docs/metrics.md</c>.</summary>
    public const string MeterName = "ActorTcp";

    /// <summary>The source of the connections' activities, for <c>AddSource</c>.</summary>
    public const string SourceName = ConnectionActivities.SourceName;

    /// <summary>Where Prometheus looks.</summary>
    public const string Path = "/metrics";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary>Maps <see cref="Path"/>: all metrics in Prometheus's text format.</summary>
    /// <returns>To demand something of every request, such as authorization.</returns>
    public static IEndpointConventionBuilder MapActorTcpMetrics(this IEndpointRouteBuilder endpoints) => endpoints.MapGet(Path, AnswerAsync);

    private static async Task<IResult> AnswerAsync(TcpStack stack, CancellationToken cancellation)
    {
        try
        {
            var reading = await stack.ReadAsync().WaitAsync(Patience, cancellation).ConfigureAwait(false);
            return Results.Text(PrometheusText.Of(reading, stack.Options.Name), PrometheusText.ContentType);
        }
        catch (TimeoutException)
        {
            return Results.Text("A shard does not answer.\n", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
