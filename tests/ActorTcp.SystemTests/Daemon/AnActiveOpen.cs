using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using ActorTcp.Linux;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The stack as a client: from an address of its prefix to a server of the kernel, over TUN.</summary>
public sealed class AnActiveOpen : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly IPAddress Host = IPAddress.Parse("10.76.0.1");
    private static readonly IPAddress HostV6 = IPAddress.Parse("fd76::1");

    private TestNamespace? _namespace;
    private TunInterface? _tun;
    private PollParking? _parking;
    private TcpStack? _stack;

    public ValueTask InitializeAsync()
    {
        Needs.Namespaces();
        _namespace = TestNamespace.Create();

        // Only opening needs to be inside: descriptors stay in the namespace where they were made.
        NetworkNamespace.RunIn(_namespace.Name, () => _tun = TunInterface.Open(new TunOptions
        {
            HostAddresses = [Host, HostV6],
            Routes = [IPNetwork.Parse(Daemon.Prefix), IPNetwork.Parse(Daemon.PrefixV6)],
        }));
        _parking = new PollParking(_tun!.Queues[0].Fd);
        _stack = new TcpStack(new TcpStackOptions(), [new StackQueue(_tun.Queues[0], _parking)]);
        _stack.Start();
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        if (_stack is not null)
        {
            await _stack.DisposeAsync();
        }

        _parking?.Dispose();
        _tun?.Dispose();
        _namespace?.Dispose();
    }

    [Theory]
    [InlineData("10.77.200.1")]
    [InlineData("fd77::200:1")]
    public async Task Exchanges_a_megabyte_each_way_with_a_kernel_server_and_closes(string local)
    {
        var from = IPAddress.Parse(local);
        using var listener = Listen(from.AddressFamily == AddressFamily.InterNetwork ? Host : HostV6);
        using var patience = new CancellationTokenSource(Patience);
        var connecting = _stack!.ConnectAsync((IPEndPoint)listener.LocalEndPoint!, new IPEndPoint(from, 0), patience.Token);
        using var server = await listener.AcceptAsync(patience.Token);
        await using var connection = await connecting;
        Assert.Equal(from, ((IPEndPoint)server.RemoteEndPoint!).Address);
        var sent = new byte[1_000_000];
        new Random(7).NextBytes(sent);

        var echoing = EchoAsync(server, patience.Token);
        var sending = SendAsync(connection, sent, patience.Token);
        var received = await ReceiveAsync(connection.Input, patience.Token);
        await Task.WhenAll(sending, echoing);

        Assert.Equal(sent, received);
        Assert.Equal(ConnectionEnd.Closed, await connection.Ended.WaitAsync(patience.Token));
        Assert.Equal((1, 1), (_stack.Count(Counter.ActiveOpens), _stack.Count(Counter.TimeWaitEntered)));
        Assert.Equal((0, 0), (_stack.Count(Counter.ResetsOut), _stack.Count(Counter.ResetsIn)));
    }

    [Theory]
    [InlineData("10.77.0.1", "10.76.0.1")]
    [InlineData("fd77::1", "fd76::1")]
    public async Task To_a_port_where_nobody_listens_is_refused(string local, string remote)
    {
        using var patience = new CancellationTokenSource(Patience);

        var refused = await Assert.ThrowsAsync<SocketException>(() => _stack!.ConnectAsync(
            new IPEndPoint(IPAddress.Parse(remote), 9), new IPEndPoint(IPAddress.Parse(local), 0), patience.Token));

        Assert.Equal(SocketError.ConnectionRefused, refused.SocketErrorCode);
    }

    /// <summary>RFC 7413: the kernel gives a cookie the first time, and takes the text of the SYN the second.</summary>
    [Theory]
    [InlineData("10.77.0.1")]
    [InlineData("fd77::1")]
    public async Task With_fast_open_reaches_a_kernel_server_with_the_syn(string local)
    {
        _namespace!.Run("sh", "-c", "echo 3 > /proc/sys/net/ipv4/tcp_fastopen").MustSucceed();
        var from = IPAddress.Parse(local);
        using var listener = Listen(from.AddressFamily == AddressFamily.InterNetwork ? Host : HostV6, fastOpen: 16);
        using var patience = new CancellationTokenSource(Patience);
        for (var i = 0; i < 2; i++)
        {
            var connecting = _stack!.ConnectAsync((IPEndPoint)listener.LocalEndPoint!, new IPEndPoint(from, 0), "hello"u8.ToArray(), patience.Token);
            using var server = await listener.AcceptAsync(patience.Token);
            var buffer = new byte[100];
            Assert.Equal(5, await server.ReceiveAsync(buffer, patience.Token));
            await using var connection = await connecting;
            await connection.Output.CompleteAsync();
        }

        Assert.Equal((1, 0), (_stack!.Count(Counter.FastOpenActive), _stack.Count(Counter.FastOpenActiveFailures)));
    }

    private Socket Listen(IPAddress address, int fastOpen = 0)
    {
        const int TcpFastOpen = 23;

        Socket? listener = null;
        NetworkNamespace.RunIn(_namespace!.Name, () =>
        {
            listener = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            listener.Bind(new IPEndPoint(address, 0));
            if (fastOpen > 0)
            {
                listener.SetRawSocketOption((int)ProtocolType.Tcp, TcpFastOpen, BitConverter.GetBytes(fastOpen));
            }

            listener.Listen();
        });
        return listener!;
    }

    private static async Task EchoAsync(Socket server, CancellationToken cancellation)
    {
        var buffer = new byte[65536];
        while (await server.ReceiveAsync(buffer, cancellation) is > 0 and var count)
        {
            await server.SendAsync(buffer.AsMemory(0, count), cancellation);
        }

        server.Shutdown(SocketShutdown.Send);
    }

    private static async Task SendAsync(TcpConnection connection, byte[] text, CancellationToken cancellation)
    {
        await connection.Output.WriteAsync(text, cancellation);
        await connection.Output.CompleteAsync();
    }

    private static async Task<byte[]> ReceiveAsync(PipeReader input, CancellationToken cancellation)
    {
        using var received = new MemoryStream();
        await input.CopyToAsync(received, cancellation);
        return received.ToArray();
    }
}
