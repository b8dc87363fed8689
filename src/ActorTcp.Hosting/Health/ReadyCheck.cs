using ActorTcp.Stack;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActorTcp.Hosting;

/// <summary>New connections are taken: somebody listens, and the stack neither drains nor has ended.</summary>
internal sealed class ReadyCheck(TcpStack stack) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(
        stack.Completion.IsCompleted ? HealthCheckResult.Unhealthy("The stack has ended.")
        : stack.Listeners.All(listener => listener.IsClosing) ? HealthCheckResult.Unhealthy("Nobody listens.")
        : HealthCheckResult.Healthy());
}
