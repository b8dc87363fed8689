using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Text;
using ActorTcp.Hosting;
using ActorTcp.Stack;
using ActorTcp.Tests.Stack;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace ActorTcp.Tests.Hosting;

/// <summary>Kestrel on a stack in memory. It listens to the connections of the whole program, so no other test runs meanwhile.</summary>
[Collection(nameof(ConnectionsAsActivities))]
public sealed class RequestsAsActivities
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Have_a_link_to_their_connection()
    {
        var stopped = new BlockingCollection<Activity>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is ActorTcpMetrics.SourceName or "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = stopped.Add,
        };
        ActivitySource.AddActivityListener(listener);
        await using var link = new ALink();
        await using var app = await StartAsync(link.Server);

        await using var client = await link.ConnectAsync(Cancellation);
        Assert.StartsWith("HTTP/1.1 200", await AskAsync(client), StringComparison.Ordinal);

        var connection = Take(stopped, activity => activity is { OperationName: "tcp.connection", Kind: ActivityKind.Server });
        var request = Take(stopped, activity => activity.Source.Name == "Microsoft.AspNetCore");
        Assert.Equal(connection.Context, Assert.Single(request.Links).Context);
        Assert.Null(request.ParentId);
    }

    private static async Task<WebApplication> StartAsync(TcpStack stack)
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPEndPoint.Parse("10.1.0.1:80")));
        builder.Services.AddSingleton<IConnectionListenerFactory>(new Transport(stack)).AddSingleton<IStartupFilter, RequestLinks>();
        var app = builder.Build();
        app.Run(context => Task.CompletedTask);
        await app.StartAsync(Cancellation);
        return app;
    }

    private static async Task<string> AskAsync(TcpConnection client)
    {
        await client.Output.WriteAsync("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"u8.ToArray(), Cancellation);
        using var reader = new StreamReader(client.AsStream(), Encoding.ASCII);
        return await reader.ReadToEndAsync(Cancellation);
    }

    private static Activity Take(BlockingCollection<Activity> stopped, Func<Activity, bool> fits)
    {
        var others = new List<Activity>();
        while (true)
        {
            var next = stopped.Take(Cancellation);
            if (fits(next))
            {
                others.ForEach(stopped.Add);
                return next;
            }

            others.Add(next);
        }
    }

    private sealed class Transport(TcpStack stack) : IConnectionListenerFactory
    {
        public async ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
            new ActorTcpConnectionListener(await stack.ListenAsync(new ListenOptions { Port = (ushort)((IPEndPoint)endpoint).Port }), (IPEndPoint)endpoint);
    }
}
