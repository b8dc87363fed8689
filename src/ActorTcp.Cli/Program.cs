using System.Net;
using ActorTcp.Linux;
using ActorTcp.Stack;

using var tun = TunInterface.Open(new TunOptions { Name = args[0], Routes = [IPNetwork.Parse("10.77.0.0/16"), IPNetwork.Parse("fd77::/64")], HostAddresses = [IPAddress.Parse("10.76.0.1"), IPAddress.Parse("fd76::1")] });
var stack = new TcpStack(new TcpStackOptions(), [.. tun.Queues.Select(q => new StackQueue(q, new PollParking(q.Fd)))]);
stack.ActorFailed += (what, e) => Console.Error.WriteLine(what + e);
await stack.ListenAsync(new ListenOptions { Port = 7, Protocol = new Echo() });
await stack.ListenAsync(new ListenOptions { Port = 9, Protocol = new Close() });
stack.Start();
Console.WriteLine("READY");
Console.ReadLine();
Environment.Exit(0);
