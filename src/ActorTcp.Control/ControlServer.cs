using System.Collections.Concurrent;
using System.Net.Sockets;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>Answers questions about a running stack on a Unix socket; README.md beside this file has the protocol. Who may open the file may ask.</summary>
public sealed class ControlServer : IAsyncDisposable
{
    /// <summary>Clients at once; further ones are told so.</summary>
    public const int MostClients = 32;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private readonly TcpStack _stack;
    private readonly Socket _socket;
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _accepting;
    private readonly ConcurrentDictionary<ControlSession, Task> _sessions = new();

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

    /// <summary>Takes the file away, and gives clients that read the last words.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        File.Delete(Path);
        await _accepting.ConfigureAwait(false);
        _socket.Dispose();
        await Task.WhenAny(Task.WhenAll(_sessions.Values), Task.Delay(Pause)).ConfigureAwait(false);
    }

    private async Task AcceptAsync()
    {
        while (!_ending.IsCancellationRequested)
        {
            try
            {
                var session = new ControlSession(_stack, await _socket.AcceptAsync(_ending.Token).ConfigureAwait(false));
                _sessions[session] = ServeAsync(session, isWelcome: _sessions.Count < MostClients);
                _ = _sessions[session].ContinueWith(_ => _sessions.TryRemove(session, out var _), TaskScheduler.Default);
            }
            catch (OperationCanceledException)
            {
                // No further clients.
            }
            catch (SocketException)
            {
                await Task.Delay(Pause).ConfigureAwait(false);   // there may be no descriptor left just now
            }
        }
    }

    private async Task ServeAsync(ControlSession session, bool isWelcome)
    {
        try
        {
            await session.RunAsync(isWelcome ? null : $"{MostClients} clients ask already", _ending.Token).ConfigureAwait(false);
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException or SocketException or ObjectDisposedException)
        {
            // The client has gone, or the daemon goes.
        }
        finally
        {
            session.Dispose();
        }
    }
}
