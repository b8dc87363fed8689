using System.Net.Sockets;

namespace ActorTcp.Control;

/// <summary>The file of a control socket.</summary>
internal static class ControlPath
{
    public const string Extension = ".sock";

    private const UnixFileMode OnlyOwner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode OnlyOwnersFolder = OnlyOwner | UnixFileMode.UserExecute;

    /// <summary>The sockets in a folder behind which somebody answers.</summary>
    public static IEnumerable<string> Living(string folder) => In(folder).Where(IsAnswered);

    /// <summary>Listens; the file is there as soon as somebody answers, with the mode that guards it. One that nobody answers is replaced.</summary>
    /// <exception cref="ControlException">Another daemon has it, or the file cannot be made.</exception>
    public static Socket Listen(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            throw new ControlException("a control socket needs the modes of a Unix file");
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var unfinished = Path.Combine(folder, $".{Environment.ProcessId}-{Path.GetFileName(path)}");
        var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (File.Exists(path) && IsAnswered(path))
            {
                throw new ControlException($"another daemon answers at {path}: choose another path with --control");
            }

            Directory.CreateDirectory(folder, OnlyOwnersFolder);
            File.Delete(unfinished);
            socket.Bind(new UnixDomainSocketEndPoint(unfinished));
            File.SetUnixFileMode(unfinished, OnlyOwner);
            socket.Listen();
            File.Move(unfinished, path, overwrite: true);
            return socket;
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException or SocketException or ArgumentException)
        {
            socket.Dispose();
            throw new ControlException($"no control socket at {path}: {refused.Message}");
        }
        catch (ControlException)
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Removes what daemons have left behind that were killed.</summary>
    public static void Sweep(string folder)
    {
        foreach (var path in In(folder))
        {
            if (IsStale(path))
            {
                File.Delete(path);
            }
        }
    }

    private static string[] In(string folder)
    {
        try
        {
            return Directory.Exists(folder) ? Directory.GetFiles(folder, "*" + Extension) : [];
        }
        catch (UnauthorizedAccessException)
        {
            return [];
        }
    }

    private static bool IsStale(string path) => Connect(path) == SocketError.ConnectionRefused;

    private static bool IsAnswered(string path) => Connect(path) is SocketError.Success or SocketError.AccessDenied;

    private static SocketError Connect(string path)
    {
        try
        {
            using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
            socket.Connect(new UnixDomainSocketEndPoint(path));
            return SocketError.Success;
        }
        catch (SocketException refused)
        {
            return refused.SocketErrorCode;
        }
    }
}
