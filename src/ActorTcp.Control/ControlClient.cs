using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ActorTcp.Control;

/// <summary>Asks a daemon one question.</summary>
internal sealed class ControlClient : IDisposable
{
    private readonly Socket _socket;
    private readonly NetworkStream _stream;
    private readonly StreamReader _reader;

    private ControlClient(Socket socket)
    {
        _socket = socket;
        _stream = new NetworkStream(socket);
        _reader = new StreamReader(_stream, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
    }

    /// <summary>The octets of an answer that is no text.</summary>
    public Stream Stream => _stream;

    /// <exception cref="ControlException">Nobody answers, or not us.</exception>
    public static async Task<ControlClient> AskAsync(string path, ControlRequest request)
    {
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await socket.ConnectAsync(new UnixDomainSocketEndPoint(path)).ConfigureAwait(false);
            await socket.SendAsync((byte[])[.. JsonSerializer.SerializeToUtf8Bytes(request, ControlJson.Default.ControlRequest), (byte)'\n']).ConfigureAwait(false);
            return new ControlClient(socket);
        }
        catch (Exception refused) when (refused is SocketException or ArgumentException)
        {
            socket.Dispose();
            throw new ControlException(refused is SocketException { SocketErrorCode: SocketError.AccessDenied }
                ? $"the daemon at {path} belongs to another user: try sudo"
                : $"no daemon answers at {path}: {refused.Message}");
        }
    }

    /// <summary>The next line of the answer; null at its end.</summary>
    /// <exception cref="ControlException">The daemon refuses to answer.</exception>
    public async Task<string?> ReadLineAsync()
    {
        try
        {
            return Sound(await _reader.ReadLineAsync().ConfigureAwait(false));
        }
        catch (IOException)
        {
            throw Gone();
        }
    }

    /// <summary>The line before octets that are no text: <see cref="Stream"/> has them.</summary>
    /// <exception cref="ControlException">The daemon refuses to answer, or has gone.</exception>
    public async Task ReadFormatAsync()
    {
        var line = new List<byte>();
        var octet = new byte[1];
        while (octet[0] != '\n')
        {
            line.AddRange(await _stream.ReadAsync(octet).ConfigureAwait(false) > 0 ? octet : throw Gone());
        }

        Sound(Encoding.UTF8.GetString([.. line]));
    }

    /// <summary>The whole of an answer that is one line.</summary>
    /// <exception cref="ControlException">The daemon refuses to answer, or has gone.</exception>
    public async Task<T> ReadAsync<T>(JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(await ReadLineAsync().ConfigureAwait(false) ?? throw Gone(), type)!;

    /// <summary>Has had enough: the daemon tells what is under way, and its last words.</summary>
    public void Finish()
    {
        try
        {
            _socket.Shutdown(SocketShutdown.Send);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // So has the daemon, or the answer is over.
        }
    }

    private static string? Sound(string? line) => line?.StartsWith("{\"error\":", StringComparison.Ordinal) == true
        ? throw new ControlException(JsonSerializer.Deserialize(line, ControlJson.Default.ControlNotice)!.Error!)
        : line;

    private static ControlException Gone() => new("the daemon went away before it had answered");

    public void Dispose()
    {
        _reader.Dispose();
        _stream.Dispose();
        _socket.Dispose();
    }
}
