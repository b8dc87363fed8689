using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>Two stacks with threads of their own, joined by a link in memory.</summary>
internal sealed class ALink : IAsyncDisposable
{
    public ALink(Faults? faults = null)
    {
        var (one, other) = PacketPipe.CreatePair();
        IPacketDevice device = faults is null ? one : new FaultyDevice(one, faults);
        Server = new TcpStack(new TcpStackOptions(), [new StackQueue(device, one)]);
        Client = new TcpStack(new TcpStackOptions(), [new StackQueue(other, other)]);
        Server.ActorFailed += Failed;
        Client.ActorFailed += Failed;
        Server.Start();
        Client.Start();
    }

    public TcpStack Server { get; }

    public TcpStack Client { get; }

    /// <summary>What actors have thrown.</summary>
    public List<string> Failures { get; } = [];

    public Task<TcpConnection> ConnectAsync(CancellationToken cancellation = default) =>
        Client.ConnectAsync(Hosts.At("10.1.0.1:80"), Hosts.At("10.2.0.1:0"), cancellation);

    /// <summary>Both ends of one connection.</summary>
    public async Task<(TcpConnection AtServer, TcpConnection AtClient)> OpenAsync(TcpListener listener, CancellationToken cancellation)
    {
        var atClient = await ConnectAsync(cancellation);
        return ((await listener.AcceptAsync(cancellation))!, atClient);
    }

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await Server.DisposeAsync();
        Assert.Empty(Failures);
    }

    private void Failed(string what, Exception failure)
    {
        lock (Failures)
        {
            Failures.Add($"{what}\n{failure}");
        }
    }
}
