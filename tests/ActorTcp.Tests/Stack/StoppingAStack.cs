using System.Net.Sockets;
using ActorTcp.Stack;
using TcpListener = ActorTcp.Stack.TcpListener;

namespace ActorTcp.Tests.Stack;

/// <summary>A stack ends: listeners first, then connections, by themselves or by a reset; nobody is left waiting.</summary>
public sealed class StoppingAStack : IAsyncLifetime
{
    private readonly ALink _link = new();
    private TcpListener _listener = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _listener = await _link.Server.ListenAsync(new ListenOptions { Port = 80 });

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    [Fact(Timeout = 30_000)]
    public async Task Waits_for_connections_that_end_in_time()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        var stopping = _link.Server.StopAsync(TimeSpan.FromSeconds(20));
        Assert.Null(await _listener.AcceptAsync(Patience));
        await Assert.ThrowsAsync<SocketException>(() => _link.ConnectAsync(Patience));
        await client.DisposeAsync();
        await server.DisposeAsync();
        Assert.Equal(0, await stopping);
        Assert.Equal(ConnectionEnd.Closed, await client.Ended.WaitAsync(Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task Resets_the_others_at_the_deadline()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        Assert.Equal(1, await _link.Server.StopAsync(TimeSpan.FromMilliseconds(50)));
        Assert.Equal(ConnectionEnd.Reset, await client.Ended.WaitAsync(Patience));
        Assert.Equal(ConnectionEnd.Aborted, await server.Ended.WaitAsync(Patience));
        await Assert.ThrowsAsync<IOException>(async () => await server.Input.ReadAsync(Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task May_be_asked_for_in_any_order_and_more_than_once()
    {
        await Task.WhenAll(_link.Server.StopAsync(TimeSpan.Zero), _link.Server.DisposeAsync().AsTask(), _listener.CloseAsync());
        await _link.Server.DisposeAsync();
        Assert.Equal(0, await _link.Server.StopAsync(TimeSpan.FromSeconds(1)));
        await _listener.CloseAsync();
        await _link.Server.Completion.WaitAsync(Patience);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => _link.Server.ListenAsync(new ListenOptions { Port = 81 }));
    }

    [Fact(Timeout = 30_000)]
    public async Task Ends_whoever_is_connecting_or_accepting()
    {
        var accepting = _listener.AcceptAsync(Patience).AsTask();
        await _link.Server.DisposeAsync();
        Assert.Null(await accepting);
        var connecting = _link.ConnectAsync(Patience);   // to nobody
        await _link.Client.DisposeAsync();
        await Assert.ThrowsAnyAsync<Exception>(() => connecting);
    }

    [Fact(Timeout = 30_000)]
    public async Task Listening_at_many_ports_at_once_finds_each_free_or_taken()
    {
        var attempts = Enumerable.Range(0, 40).Select(i => Task.Factory.StartNew(
            () => _link.Server.ListenAsync(new ListenOptions { Port = (ushort)(1000 + (i % 20)) }), Patience, TaskCreationOptions.None, TaskScheduler.Default).Unwrap());
        var outcomes = await Task.WhenAll(attempts.Select(async attempt =>
        {
            try
            {
                return await attempt is not null;
            }
            catch (SocketException)
            {
                return false;
            }
        }));
        Assert.Equal(20, outcomes.Count(each => each));
    }

    /// <summary>Drained on the network's clock: nobody waits in real time.</summary>
    [Fact]
    public async Task Waits_in_virtual_time()
    {
        var network = new Testing.VirtualNetwork();
        var (server, client) = (network.Join(Hosts.ServerPrefixes), network.Join(Hosts.ClientPrefixes));
        var talker = new Testing.Talker(2_000_000, 2_000_000);
        server.Listen(80, talker);
        client.Connect("10.1.0.1:80", "10.2.0.1:0", talker);
        network.Run(() => talker.Opens == 2);
        var stopping = server.Stack.StopAsync(TimeSpan.FromMinutes(10));
        Assert.False(stopping.IsCompleted);
        network.Run(() => stopping.IsCompleted);
        Assert.Equal(2, talker.EndsBy(ConnectionEnd.Closed));
        Assert.Equal(0, await stopping);
    }

    [Fact]
    public async Task Works_without_threads_too()
    {
        var stack = new Testing.LoneStack();
        var listener = stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        Assert.Equal(1, await stack.Stack.StopAsync(TimeSpan.Zero));
        Assert.Equal("R. 1:1(0) ack 1 win 0", peer.Text(peer.Next()));
        Assert.Equal(0, stack.Stack.Connections);
        Assert.Equal(0, listener.HalfOpen);
    }
}
