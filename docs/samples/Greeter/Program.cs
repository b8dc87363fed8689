// A server of one's own protocol, over streams: it greets, and repeats each line in capital letters.
//
//   sudo dotnet run --project docs/samples/Greeter
//   nc 10.77.3.4 4000
using ActorTcp.Hosting;
using ActorTcp.Samples;

var builder = Host.CreateApplicationBuilder(args);
builder.Services.AddActorTcp(options => options.Prefixes.Add("10.77.0.0/16"));
builder.Services.AddHostedService<Greeter>();
await builder.Build().RunAsync();
