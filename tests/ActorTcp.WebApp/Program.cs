using System.Globalization;
using System.Net;
using System.Net.WebSockets;
using ActorTcp.Hosting;
using ActorTcp.WebApp;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

// An application that knows nothing of its transport but this one line: `--transport actortcp` or `--transport sockets`.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
if (builder.Configuration["transport"] == "actortcp")
{
    builder.WebHost.UseActorTcp();
}

builder.WebHost.UseKestrelHttpsConfiguration().ConfigureKestrel(kestrel =>
{
    kestrel.Listen(IPAddress.Any, 80);
    kestrel.Listen(IPAddress.Any, 81, listen => listen.Protocols = HttpProtocols.Http2);
    kestrel.Listen(IPAddress.Any, 443, listen => listen.UseHttps(Certificates.SelfSigned()));
});

var app = builder.Build();
var aborted = 0;
app.UseWebSockets();
app.MapGet("/", () => "hello\n");
app.MapGet("/connection", (HttpContext context) => $"{context.Connection.Id} {context.Request.Protocol} {context.Connection.RemoteIpAddress}");
app.MapPost("/echo", async context =>
{
    context.Features.Get<IHttpMaxRequestBodySizeFeature>()!.MaxRequestBodySize = null;
    using var body = new MemoryStream();   // a client of HTTP/2 may not read before it has written all
    await context.Request.Body.CopyToAsync(body);
    await context.Response.Body.WriteAsync(body.ToArray());
});
app.MapPost("/stream", async context =>
{
    await context.Response.StartAsync();
    await context.Response.Body.FlushAsync();
    var buffer = new byte[4096];
    while (await context.Request.Body.ReadAsync(buffer) is > 0 and var count)
    {
        await context.Response.Body.WriteAsync(buffer.AsMemory(0, count));
        await context.Response.Body.FlushAsync();
    }
});
app.MapGet("/zeros/{count:long}", async (long count, HttpContext context) =>
{
    var zeros = new byte[65536];
    for (; count > 0; count -= zeros.Length)
    {
        await context.Response.Body.WriteAsync(zeros.AsMemory(0, (int)Math.Min(count, zeros.Length)), context.RequestAborted);
    }
});
app.MapGet("/slow/{milliseconds:int}", async (int milliseconds, CancellationToken gone) =>
{
    await Task.Delay(milliseconds, gone);
    return "at last\n";
});
app.MapGet("/wait", async (HttpContext context) =>
{
    await context.Response.StartAsync();
    await context.Response.Body.FlushAsync();
    var gone = new TaskCompletionSource();
    await using var _ = context.RequestAborted.Register(gone.SetResult);
    await gone.Task;
    Interlocked.Increment(ref aborted);
});
app.MapGet("/aborted", () => Volatile.Read(ref aborted).ToString(CultureInfo.InvariantCulture));
app.MapGet("/abort", (HttpContext context) => context.Features.Get<IConnectionLifetimeFeature>()!.Abort());
app.MapGet("/ladder", async context => await context.Response.WriteAsync(await context.Features.Get<IHandshakeFeature>()!.DrawLadderAsync()));
app.MapGet("/ws", async context =>
{
    using var socket = await context.WebSockets.AcceptWebSocketAsync();
    var buffer = new byte[4096];
    while (await socket.ReceiveAsync(buffer, context.RequestAborted) is { MessageType: not WebSocketMessageType.Close } received)
    {
        await socket.SendAsync(buffer.AsMemory(0, received.Count), received.MessageType, received.EndOfMessage, context.RequestAborted);
    }

    await socket.CloseAsync(WebSocketCloseStatus.NormalClosure, null, context.RequestAborted);
});
app.Lifetime.ApplicationStarted.Register(() => Console.WriteLine("READY"));
await app.RunAsync();
