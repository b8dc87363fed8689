using ActorTcp.Hosting;
using ActorTcp.Stack;
using ActorTcp.Tests.Stack;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace ActorTcp.Tests.Hosting;

public sealed class WhetherAStackIsWell
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_is_ready_while_somebody_listens()
    {
        await using var link = new ALink();
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Unhealthy), await StateAsync(link.Server));

        var listener = await link.Server.ListenAsync(new ListenOptions { Port = 80 });
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Healthy), await StateAsync(link.Server));

        await listener.CloseAsync();   // as the first thing when it drains
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Unhealthy), await StateAsync(link.Server));
    }

    [Fact]
    public async Task It_is_neither_when_it_has_ended()
    {
        await using var link = new ALink();
        await link.Server.ListenAsync(new ListenOptions { Port = 80 });
        await link.Server.DisposeAsync();
        Assert.Equal((HealthStatus.Unhealthy, HealthStatus.Unhealthy), await StateAsync(link.Server));
    }

    [Fact]
    public async Task It_is_not_alive_while_a_shard_hangs()
    {
        await using var link = new ALink();
        await link.Server.ListenAsync(new ListenOptions { Port = 80 });
        using var over = new ManualResetEventSlim();
        var hanging = link.Server.OnEveryShard(_ => over.Wait(Cancellation));
        Assert.Equal((HealthStatus.Unhealthy, HealthStatus.Healthy), await StateAsync(link.Server));

        over.Set();
        await hanging;
        Assert.Equal((HealthStatus.Healthy, HealthStatus.Healthy), await StateAsync(link.Server));
    }

    private static async Task<(HealthStatus Alive, HealthStatus Ready)> StateAsync(TcpStack stack)
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(stack);
        services.AddHealthChecks().AddActorTcp();
        await using var provider = services.BuildServiceProvider();
        var report = await provider.GetRequiredService<HealthCheckService>().CheckHealthAsync(Cancellation);
        return (report.Entries["actortcp_alive"].Status, report.Entries["actortcp_ready"].Status);
    }
}
