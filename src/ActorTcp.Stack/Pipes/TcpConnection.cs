using System.IO.Pipelines;
using System.Net;

namespace ActorTcp.Stack;

/// <summary>An established connection for applications on any thread: two pipes, or a <see cref="Stream"/>.</summary>
/// <remarks>The peer is back-pressured by the receive window when <see cref="Input"/> is not read. Completing <see cref="Output"/> sends a FIN; the peer may go on.</remarks>
public sealed class TcpConnection : IDuplexPipe, IAsyncDisposable
{
    private readonly PipeProtocol _protocol;
    private readonly TaskCompletionSource<ConnectionEnd> _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    internal TcpConnection(PipeProtocol protocol, InlineConnection connection, PipeReader input, PipeWriter output)
    {
        (_protocol, Input, Output) = (protocol, input, output);
        (LocalEndPoint, RemoteEndPoint) = (connection.LocalEndPoint, connection.RemoteEndPoint);
    }

    public IPEndPoint LocalEndPoint { get; }

    public IPEndPoint RemoteEndPoint { get; }

    /// <summary>Text from the peer. Completed at its FIN; reading throws an <see cref="IOException"/> after a reset.</summary>
    public PipeReader Input { get; }

    /// <summary>Text to the peer. Completed with an exception, it resets the connection.</summary>
    public PipeWriter Output { get; }

    /// <summary>Completes when the connection is over, and tells how.</summary>
    public Task<ConnectionEnd> Ended => _ended.Task;

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

    internal void SetEnded(ConnectionEnd end) => _ended.TrySetResult(end);
}
