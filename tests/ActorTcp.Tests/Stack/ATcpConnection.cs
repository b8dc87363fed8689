using System.IO.Pipelines;
using System.Net.Sockets;
using ActorTcp.Stack;
using ActorTcp.Testing;
using TcpListener = ActorTcp.Stack.TcpListener;

namespace ActorTcp.Tests.Stack;

/// <summary>A connection as applications on other threads see it: pipes, a stream, and what becomes of them when it ends.</summary>
public sealed class ATcpConnection : IAsyncLifetime
{
    private readonly ALink _link = new();
    private TcpListener _listener = null!;

    private static CancellationToken Patience => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _listener = await _link.Server.ListenAsync(new ListenOptions { Port = 80 });

    public ValueTask DisposeAsync() => _link.DisposeAsync();

    [Fact(Timeout = 30_000)]
    public async Task Echoes_a_long_stream_whole()
    {
        const int Length = 5_000_000;
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        var echoing = server.Input.CopyToAsync(server.Output, Patience);
        var writing = WriteAsync(client.Output, Length);
        await using var stream = client.AsStream();
        await AssertPatternAsync(stream, Length);
        await writing;
        await client.Output.CompleteAsync();
        await echoing;
        await server.DisposeAsync();
        Assert.Equal(0, await stream.ReadAsync(new byte[1], Patience));
        Assert.Equal(ConnectionEnd.Closed, await server.Ended.WaitAsync(Patience));
        Assert.Equal(ConnectionEnd.Closed, await client.Ended.WaitAsync(Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task Holds_a_writer_back_whose_peer_does_not_read()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        var writing = WriteAsync(client.Output, 4_000_000);
        await Until(() => Unread(_link.Server) > 60_000);
        Assert.False(writing.IsCompleted);
        var reading = AssertPatternAsync(server.Input.AsStream(), 4_000_000);
        await writing;
        await reading;
    }

    [Fact(Timeout = 30_000)]
    [SubtleCase(28)]
    public async Task Sends_on_when_the_peer_has_completed_its_side()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        await client.Output.CompleteAsync();
        Assert.True((await server.Input.ReadAsync(Patience)).IsCompleted);
        var answering = AnswerAsync();
        await AssertPatternAsync(client.Input.AsStream(), 300_000);
        await answering;
        Assert.True((await client.Input.ReadAsync(Patience)).IsCompleted);
        await client.DisposeAsync();
        Assert.Equal(ConnectionEnd.Closed, await client.Ended.WaitAsync(Patience));

        async Task AnswerAsync()   // more than all the buffers on the way hold
        {
            await WriteAsync(server.Output, 300_000);
            await server.DisposeAsync();
        }
    }

    [Fact(Timeout = 30_000)]
    public async Task Gives_a_slow_reader_all_text_although_the_connection_is_over()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        await WriteAsync(client.Output, 120_000);   // more than a pipe holds
        await client.Output.CompleteAsync();
        await server.Output.CompleteAsync();
        await Until(() => _link.Server.Connections == 0 && _link.Client.Connections == 0);
        Assert.False(server.Ended.IsCompleted);
        await AssertPatternAsync(server.Input.AsStream(), 120_000);
        Assert.True((await server.Input.ReadAsync(Patience)).IsCompleted);
        Assert.Equal(ConnectionEnd.Closed, await server.Ended.WaitAsync(Patience));
    }

    [Fact(Timeout = 30_000)]
    [SubtleCase(30)]
    public async Task Resets_when_it_is_aborted_and_the_peer_reads_why()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        client.Abort();
        var failure = await Assert.ThrowsAsync<IOException>(async () => await server.Input.ReadAsync(Patience));
        Assert.Equal(SocketError.ConnectionReset, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        await Assert.ThrowsAsync<IOException>(async () => await server.Output.WriteAsync(new byte[10], Patience));
        failure = await Assert.ThrowsAsync<IOException>(async () => await client.Input.ReadAsync(Patience));
        Assert.Equal(SocketError.ConnectionAborted, Assert.IsType<SocketException>(failure.InnerException).SocketErrorCode);
        Assert.Equal((ConnectionEnd.Reset, ConnectionEnd.Aborted), (await server.Ended, await client.Ended));
    }

    /// <summary>RFC 9293 §3.6.1, SHLD-3; the text lies in the pipe, where the control block does not see it.</summary>
    [Fact(Timeout = 30_000)]
    [SubtleCase(29)]
    public async Task Resets_when_it_is_disposed_with_unread_text()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        await WriteAsync(client.Output, 10);
        await Until(() => _link.Server.Count(Counter.OctetsIn) > 150);
        await server.DisposeAsync();
        Assert.Equal(ConnectionEnd.Reset, await client.Ended.WaitAsync(Patience));
        Assert.Equal(ConnectionEnd.Aborted, await server.Ended.WaitAsync(Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task Closes_in_order_when_it_is_disposed_with_all_text_read()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        await WriteAsync(client.Output, 10);
        var read = await server.Input.ReadAtLeastAsync(10, Patience);
        server.Input.AdvanceTo(read.Buffer.End);
        await server.DisposeAsync();
        await server.DisposeAsync();
        Assert.True((await client.Input.ReadAsync(Patience)).IsCompleted);
        await client.DisposeAsync();
        Assert.Equal((ConnectionEnd.Closed, ConnectionEnd.Closed), (await server.Ended.WaitAsync(Patience), await client.Ended.WaitAsync(Patience)));
    }

    [Fact(Timeout = 30_000)]
    public async Task Resets_when_its_output_is_completed_with_a_failure()
    {
        var (server, client) = await _link.OpenAsync(_listener, Patience);
        await server.Output.CompleteAsync(new InvalidOperationException("the application is at a loss"));
        Assert.Equal(ConnectionEnd.Reset, await client.Ended.WaitAsync(Patience));
        Assert.Equal(ConnectionEnd.Aborted, await server.Ended.WaitAsync(Patience));
    }

    [Fact(Timeout = 30_000)]
    public async Task Is_refused_with_the_reason()
    {
        await _listener.CloseAsync();
        var failure = await Assert.ThrowsAsync<SocketException>(() => _link.ConnectAsync(Patience));
        Assert.Equal(SocketError.ConnectionRefused, failure.SocketErrorCode);
    }

    [Fact(Timeout = 30_000)]
    public async Task Is_given_up_when_connecting_is_cancelled()
    {
        using var cancellation = new CancellationTokenSource();
        await _link.Server.DisposeAsync();   // nobody answers
        var connecting = _link.ConnectAsync(cancellation.Token);
        await Until(() => _link.Client.Connections == 1);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting);
        await Until(() => _link.Client.Connections == 0);
    }

    [Fact(Timeout = 30_000)]
    public async Task Is_not_even_begun_when_connecting_is_cancelled_before()
    {
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _link.ConnectAsync(new CancellationToken(canceled: true)));
        Assert.Equal(0, _link.Client.Count(Counter.ActiveOpens));
    }

    private static int Unread(TcpStack stack) => stack.Routers.Sum(router => router.Flows.ToArray().Sum(connection => connection.Unread));

    private static async Task Until(Func<bool> condition)
    {
        while (!condition())
        {
            await Task.Delay(1, Patience);
        }
    }

    private static async Task WriteAsync(PipeWriter output, int length)
    {
        for (var place = 0; place < length;)
        {
            var count = Math.Min(10_000, length - place);
            await output.WriteAsync(Pattern.At(place, count).ToArray(), Patience);
            place += count;
        }
    }

    private static async Task AssertPatternAsync(Stream stream, int length)
    {
        var buffer = new byte[8192];
        for (var place = 0; place < length;)
        {
            var count = await stream.ReadAsync(buffer.AsMemory(0, Math.Min(buffer.Length, length - place)), Patience);
            Assert.NotEqual(0, count);
            Assert.True(Pattern.IsAt(place, buffer.AsSpan(0, count)));
            place += count;
        }
    }
}
