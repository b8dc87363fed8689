using Microsoft.Extensions.Hosting;

namespace ActorTcp.Cli;

/// <summary>The web host begins and ends with the daemon, which alone hears of signals.</summary>
internal sealed class PageLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
