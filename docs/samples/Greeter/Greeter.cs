using ActorTcp.Hosting;
using ActorTcp.Stack;

namespace ActorTcp.Samples;

internal sealed class Greeter(ActorTcpHost tcp) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var listener = await tcp.ListenAsync(new ListenOptions { Port = 4000 });
        Console.WriteLine("Greeting on port 4000");
        while (await listener.AcceptAsync(stoppingToken) is { } connection)
        {
            _ = ConverseAsync(connection);
        }
    }

    private static async Task ConverseAsync(TcpConnection connection)
    {
        await using var stream = connection.AsStream();
        using var reader = new StreamReader(stream);
        await using var writer = new StreamWriter(stream) { AutoFlush = true };
        await writer.WriteLineAsync($"Welcome, {connection.RemoteEndPoint}.");
        while (await reader.ReadLineAsync() is { } line)
        {
            await writer.WriteLineAsync(line.ToUpperInvariant());
        }
    }
}
