using System.Net.Sockets;
using System.Text;

namespace ActorTcp.Cli;

/// <summary>sd_notify(3): a datagram socket on which the service manager hears how its service does.</summary>
/// <param name="path">As NOTIFY_SOCKET has it: a file, or an abstract name after '@'.</param>
internal sealed class NotifySocket(string path) : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly UnixDomainSocketEndPoint _manager = new(path.StartsWith('@') ? $"\0{path[1..]}" : path);

    /// <param name="assignments">VARIABLE=VALUE each.</param>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public void Send(params ReadOnlySpan<string> assignments) => _socket.SendTo(Encoding.UTF8.GetBytes(string.Join('\n', assignments!)), _manager);

    public void Dispose() => _socket.Dispose();
}
