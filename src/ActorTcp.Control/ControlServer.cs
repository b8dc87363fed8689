using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>Answers questions about a running stack on a Unix socket; README.md beside this file has the protocol. Who may open the file may ask.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    /// <summary>Clients at once; further ones are told so.</summary>
    public const int MostClients = 32;

    private readonly TcpStack _stack;
    private readonly Socket _socket;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private int _clients;

    private ControlServer(TcpStack stack, string path)
    {
        (_stack, Path) = (stack, path);
        _socket = ControlPath.Listen(path);
        _accepting = AcceptAsync();
    }

    /// <summary>The file of the socket.</summary>
    public string Path { get; }

    /// <exception cref="ControlException">Another daemon has the path, or the file cannot be made.</exception>
    public static ControlServer Open(TcpStack stack, string path) => new(stack, path);

    /// <summary>In the folder of this user's daemons, under a name that no other one has.</summary>
    /// <returns>Null where there is no such folder.</returns>
    /// <exception cref="ControlException">The file cannot be made.</exception>
    public static ControlServer? OpenNamed(TcpStack stack, string name)
    {
        if (ControlFolders.Own is not { } folder)
        {
            return null;
        }

        ControlPath.Sweep(folder);
        var path = System.IO.Path.Combine(folder, name + ControlPath.Extension);
        return new ControlServer(stack, File.Exists(path) ? System.IO.Path.Combine(folder, $"{name}.{Environment.ProcessId}{ControlPath.Extension}") : path);
    }

    /// <summary>Takes the file away and breaks off what clients are told.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        File.Delete(Path);
        _socket.Dispose();
        await _accepting.ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = ServeAsync(await _socket.AcceptAsync(_ending.Token).ConfigureAwait(false));
            }
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // No further clients.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        using var session = new ControlSession(_stack, client);
        try
        {
            await (Interlocked.Increment(ref _clients) <= MostClients
                ? session.RunAsync(_ending.Token)
                : session.RefuseAsync($"{MostClients} clients ask already")).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client has gone, or the daemon goes.
        }
        finally
        {
            Interlocked.Decrement(ref _clients);
        }
    }
}
