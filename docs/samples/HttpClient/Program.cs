// HTTP requests whose connections no kernel socket takes part in on this side: the SYN comes from an address of a routed prefix.
//
//   sudo dotnet run --project docs/samples/HttpClient -- http://198.18.0.1:8080/      (any server that this machine reaches)
using System.Net;
using ActorTcp.Hosting;

var url = new Uri(args is [.., var last] && last.StartsWith("http", StringComparison.Ordinal) ? last : "http://198.18.0.1:8080/");
var builder = Host.CreateApplicationBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.AddActorTcp(options => options.Prefixes.Add("10.77.0.0/16"));
using var application = builder.Build();
await application.StartAsync();

var stack = application.Services.GetRequiredService<ActorTcpHost>().Stack;
using (var client = new HttpClient(new SocketsHttpHandler().UseActorTcp(stack, local: IPAddress.Parse("10.77.0.100"))))
{
    Console.Write(await client.GetStringAsync(url));
}

await application.StopAsync();
