using System.Net.Sockets;
using System.Text;

namespace ActorTcp.Testing;

/// <summary>Stands for systemd: takes what services say by sd_notify(3).</summary>
internal sealed class NotifyListener : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
    private readonly string? _file;

    /// <param name="isAbstract">Whether its name is none of the file system's.</param>
    public NotifyListener(bool isAbstract = false)
    {
        var name = Path.Combine(Path.GetTempPath(), $"actortcp-notify-{Guid.NewGuid():N}");
        _file = isAbstract ? null : name;
        Address = isAbstract ? $"@{name}" : name;
        _socket.Bind(new UnixDomainSocketEndPoint(isAbstract ? $"\0{name}" : name));
    }

    /// <summary>As NOTIFY_SOCKET has it.</summary>
    public string Address { get; }

    /// <summary>Whether nothing has been said that was not received.</summary>
    public bool IsSilent => _socket.Available == 0;

    /// <summary>The next message, a VARIABLE=VALUE each.</summary>
    /// <exception cref="SocketException">There was none in time.</exception>
    public IReadOnlyList<string> Receive(TimeSpan patience)
    {
        var message = new byte[4096];
        _socket.ReceiveTimeout = (int)patience.TotalMilliseconds;
        return Encoding.UTF8.GetString(message.AsSpan(0, _socket.Receive(message))).Split('\n');
    }

    public void Dispose()
    {
        _socket.Dispose();
        if (_file is not null)
        {
            File.Delete(_file);
        }
    }
}
