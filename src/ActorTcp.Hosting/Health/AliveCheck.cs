using ActorTcp.Stack;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActorTcp.Hosting;

/// <summary>Every shard answers when it is spoken to. One that does not hangs in somebody's code, or has lost its device.</summary>
internal sealed class AliveCheck(TcpStack stack) : IHealthCheck
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (stack.Completion.IsCompleted)
        {
            return HealthCheckResult.Unhealthy("A shard has ended.", stack.Completion.Exception);
        }

        try
        {
            await stack.OnEveryShard(_ => { }).WaitAsync(Patience, stack.Options.Time, cancellationToken).ConfigureAwait(false);
            return HealthCheckResult.Healthy();
        }
        catch (TimeoutException)
        {
            return HealthCheckResult.Unhealthy($"A shard has not answered for {Patience.TotalSeconds} s.");
        }
    }
}
