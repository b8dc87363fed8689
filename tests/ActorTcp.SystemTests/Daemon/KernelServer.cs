using System.Net;
using System.Net.Sockets;
using ActorTcp.Linux;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>A blocking socket of the kernel that listens in a namespace.</summary>
internal static class KernelServer
{
    private const int PatienceMilliseconds = 10_000;

    public static Socket Listen(TestNamespace ns, int port)
    {
        Socket? socket = null;
        NetworkNamespace.RunIn(ns.Name, () =>
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = PatienceMilliseconds };
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
        });
        return socket!;
    }

    /// <summary>The next connection; its reads and writes do not wait for ever.</summary>
    public static Socket Next(this Socket listener)
    {
        Assert.True(listener.Poll(TimeSpan.FromMilliseconds(PatienceMilliseconds), SelectMode.SelectRead), "nobody came");
        var connection = listener.Accept();
        connection.ReceiveTimeout = connection.SendTimeout = PatienceMilliseconds;
        return connection;
    }
}
