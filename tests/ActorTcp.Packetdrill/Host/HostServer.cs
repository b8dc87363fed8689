using System.Net.Sockets;

namespace ActorTcp.Packetdrill;

/// <summary>Where packetdrill's process reaches its <see cref="Kernel"/>: a Unix socket, a connection of its own for each thread and command.</summary>
internal sealed class HostServer : IDisposable
{
    private readonly System.Net.Sockets.Socket _listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly Kernel _kernel;

    public HostServer(Kernel kernel, string path)
    {
        (_kernel, Path) = (kernel, path);
        _listener.Bind(new UnixDomainSocketEndPoint(path));
        _listener.Listen();
        Start(Accept);
    }

    public string Path { get; }

    public void Dispose()
    {
        _kernel.End();
        _listener.Dispose();
        File.Delete(Path);
    }

    private static void Start(Action run) => new Thread(() => run()) { IsBackground = true }.Start();

    private void Accept()
    {
        try
        {
            while (true)
            {
                var caller = _listener.Accept();
                Start(() => Serve(caller));
            }
        }
        catch (SocketException)
        {
            // The script is over.
        }
        catch (ObjectDisposedException)
        {
            // So it is.
        }
    }

    private void Serve(System.Net.Sockets.Socket caller)
    {
        using var stream = new NetworkStream(caller, ownsSocket: true);
        var header = new byte[Request.HeaderLength];
        try
        {
            while (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
            {
                var octets = new byte[Request.OctetsAfter(header)];
                stream.ReadExactly(octets);
                stream.Write(_kernel.Handle(Request.From(header, octets)));
            }
        }
        catch (IOException)
        {
            // Its process has ended.
        }
        catch (Exception failure)
        {
            _kernel.Failures.Enqueue($"{failure}");
        }
    }
}
