using System.Diagnostics;
using System.IO.Pipelines;
using System.Net;

namespace ActorTcp.Stack;

/// <summary>An established connection for applications on any thread: two pipes, or a <see cref="Stream"/>.</summary>
/// <remarks>The peer is back-pressured by the receive window when <see cref="Input"/> is not read. Completing <see cref="Output"/> sends a FIN; the peer may go on.</remarks>
public sealed class TcpConnection : IDuplexPipe, IAsyncDisposable
{
    private readonly PipeProtocol _protocol;
    private readonly InlineConnection _self;
    private readonly TaskCompletionSource<ConnectionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenSource? _peerClosed;
    private volatile bool _hasPeerClosed;

    internal TcpConnection(PipeProtocol protocol, InlineConnection connection, PipeReader input, PipeWriter output)
    {
        (_protocol, _self, Input, Output) = (protocol, connection, input, output);
        (LocalEndPoint, RemoteEndPoint, Activity) = (connection.LocalEndPoint, connection.RemoteEndPoint, connection.Activity);
    }

    public IPEndPoint LocalEndPoint { get; }

    public IPEndPoint RemoteEndPoint { get; }

    /// <summary>The connection as a span, which ends with it; null where nobody listened to the activity source <c>ActorTcp</c> when it was established.</summary>
    public Activity? Activity { get; }

    /// <summary>Text from the peer. Completed at its FIN; reading throws an <see cref="IOException"/> after a reset.</summary>
    public PipeReader Input { get; }

    /// <summary>Text to the peer. Completed with an exception, it resets the connection.</summary>
    public PipeWriter Output { get; }

    /// <summary>Completes when the connection is over, and tells how.</summary>
    public Task<ConnectionEnd> Ended => _ended.Task;

    /// <summary>Cancelled when the peer will send nothing more: at its FIN, or at the end. What it sent before can still be read.</summary>
    public CancellationToken PeerClosed
    {
        get
        {
            var source = LazyInitializer.EnsureInitialized(ref _peerClosed);
            if (_hasPeerClosed)
            {
                source.Cancel();
            }

            return source.Token;
        }
    }

    /// <summary>Draws what has happened to the connection so far, as <c>actortcp demo</c> does.</summary>
    /// <returns>Lines of text; without <see cref="TcpStackOptions.KeepHistory"/> only the two ends.</returns>
    public Task<string> DrawLadderAsync() => _self.Actor.AskAsync(actor => ConnectionPage.LadderOf(new InlineConnection(actor)).ToString());

    /// <summary>Both directions as a stream. Disposing it closes the connection.</summary>
    public Stream AsStream() => new TcpConnectionStream(this);

    /// <summary>RFC 9293 §3.10.5: the peer gets a RST.</summary>
    public void Abort() => _protocol.Abort();

    /// <summary>Closes both directions. What was written still arrives; what was not read is lost, and a reset says so (RFC 9293 §3.6.1).</summary>
    public async ValueTask DisposeAsync()
    {
        await Input.CompleteAsync().ConfigureAwait(false);
        await Output.CompleteAsync().ConfigureAwait(false);
    }

    internal void SetEnded(ConnectionEnd end)
    {
        SetPeerClosed();
        _ended.TrySetResult(end);
    }

    /// <remarks>The callbacks are the application's: they run on the thread pool.</remarks>
    internal void SetPeerClosed()
    {
        _hasPeerClosed = true;
        Interlocked.MemoryBarrier();   // either this thread sees who waits, or who comes to wait sees this
        _ = Volatile.Read(ref _peerClosed)?.CancelAsync();
    }
}
