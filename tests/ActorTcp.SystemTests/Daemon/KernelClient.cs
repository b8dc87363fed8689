using System.Net;
using System.Net.Sockets;
using System.Text;
using ActorTcp.Linux;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>Blocking sockets of the kernel in a namespace: a socket stays where it was made, whichever thread uses it afterwards.</summary>
internal static class KernelClient
{
    private const int PatienceMilliseconds = 10_000;

    /// <exception cref="SocketException">Refused, or no answer.</exception>
    public static Socket Connect(TestNamespace ns, string address, int port)
    {
        var remote = new IPEndPoint(IPAddress.Parse(address), port);
        Socket? socket = null;
        NetworkNamespace.RunIn(ns.Name, () =>
        {
            socket = new Socket(remote.AddressFamily, SocketType.Stream, ProtocolType.Tcp)
            {
                ReceiveTimeout = PatienceMilliseconds,
                SendTimeout = PatienceMilliseconds,
            };
            socket.Connect(remote);
        });
        return socket!;
    }

    /// <summary>Sends a text and receives as many octets.</summary>
    public static string Exchange(this Socket socket, string text)
    {
        socket.Send(Encoding.ASCII.GetBytes(text));
        var answer = new byte[text.Length];
        for (var received = 0; received < answer.Length;)
        {
            var count = socket.Receive(answer.AsSpan(received));
            received += count > 0 ? count : throw new EndOfStreamException($"the peer closed after {received} octets");
        }

        return Encoding.ASCII.GetString(answer);
    }

    /// <summary>Receives until the peer closes.</summary>
    /// <returns>How many octets came.</returns>
    public static long Drain(this Socket socket)
    {
        var buffer = new byte[65536];
        var total = 0L;
        while (socket.Receive(buffer) is > 0 and var count)
        {
            total += count;
        }

        return total;
    }

    /// <summary>How the next receive fails.</summary>
    public static SocketError Failure(this Socket socket) =>
        Assert.Throws<SocketException>(() => socket.Receive(new byte[65536])).SocketErrorCode;

    /// <summary>Closes with a RST in place of a FIN.</summary>
    public static void Reset(this Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }
}
