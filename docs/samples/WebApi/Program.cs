// A minimal API on a TCP stack in user space. One line makes the difference; each answer can draw its own connection.
//
//   sudo dotnet run --project docs/samples/WebApi
//   curl http://10.77.1.2/ http://10.77.200.7/ladder
using ActorTcp.Hosting;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseActorTcp(options => options.Prefixes.Add("10.77.0.0/16"));
builder.WebHost.UseUrls("http://*:80");

var app = builder.Build();
app.MapGet("/", (HttpContext context) => $"Hello {context.Connection.RemoteIpAddress}, you asked {context.Connection.LocalIpAddress}.\n");
app.MapGet("/ladder", async context => await context.Response.WriteAsync(await context.Features.Get<IHandshakeFeature>()!.DrawLadderAsync()));
await app.RunAsync();
