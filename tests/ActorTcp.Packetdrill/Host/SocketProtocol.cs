using ActorTcp.Stack;

namespace ActorTcp.Packetdrill;

/// <summary>The application under a socket: text stays in the stack's buffers until a read asks for it, so windows behave as the stack has them.</summary>
/// <param name="socket">The socket that connects, or the one that listens: then every connection has a socket of its own.</param>
internal sealed class SocketProtocol(Socket socket) : InlineProtocol
{
    internal override void Begun(InlineConnection connection)
    {
        var own = socket.Listener is null ? socket : new Socket { IsV6 = socket.IsV6, Local = connection.LocalEndPoint, Remote = connection.RemoteEndPoint };
        own.Connection = connection;
        connection.State = own;
    }

    public override void Opened(InlineConnection connection)
    {
        var own = Of(connection);
        own.IsOpened = true;
        if (own != socket)
        {
            own.WasToldOpened = true;
            socket.Established.Enqueue(own);
        }
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => Of(connection).Wanted?.Take(text) ?? 0;

    public override void PeerClosed(InlineConnection connection) => Of(connection).HasPeerClosed = true;

    public override void Notified(InlineConnection connection)
    {
        var own = Of(connection);
        var todo = own.Todo;
        own.Todo = null;
        todo?.Invoke(connection);
    }

    public override void Ended(InlineConnection connection, ConnectionEnd end) => Of(connection).Over(end);

    private static Socket Of(InlineConnection connection) => (Socket)connection.State!;
}
