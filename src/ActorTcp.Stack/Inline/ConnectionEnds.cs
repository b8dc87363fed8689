using System.Net.Sockets;

namespace ActorTcp.Stack;

/// <summary>The ends of a connection in the words of the sockets API.</summary>
internal static class ConnectionEnds
{
    public static SocketException ToException(ConnectionEnd end) => new((int)(end switch
    {
        ConnectionEnd.Refused => SocketError.ConnectionRefused,
        ConnectionEnd.TimedOut => SocketError.TimedOut,
        ConnectionEnd.Unreachable => SocketError.HostUnreachable,
        ConnectionEnd.Aborted => SocketError.ConnectionAborted,
        ConnectionEnd.Reset or ConnectionEnd.Closed or ConnectionEnd.Failed => SocketError.ConnectionReset,
    }));

    /// <summary>What reading and writing throw from then on.</summary>
    public static IOException ToIOException(ConnectionEnd end)
    {
        var reason = ToException(end);
        return new IOException($"The connection is over: {reason.Message}", reason);
    }
}
