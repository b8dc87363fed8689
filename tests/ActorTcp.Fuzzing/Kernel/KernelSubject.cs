using System.Net;
using System.Net.Sockets;
using ActorTcp.Linux;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>Linux's TCP, in a network namespace behind a TUN: what a packet calls forth is there to be read when the write returns.</summary>
internal sealed class KernelSubject : ISubject
{
    public const ushort ListeningPort = 80;
    private const int ReceiveBuffer = 32768;   // a larger window than a SYN-ACK can tell would be a secret of the kernel's
    private static readonly byte[] Text = new byte[4096];

    private readonly TunInterface _tun = TunInterface.Open(new TunOptions { Name = "fuzz0", HostAddresses = [IPAddress.Parse("10.1.0.1")], Routes = [IPNetwork.Parse("10.9.0.0/16")] });
    private readonly Socket _listener = NewSocket();
    private readonly byte[] _packet = new byte[65536];
    private FourTuple _tuple;
    private Socket? _connection;

    private KernelSubject()
    {
        _listener.Bind(new IPEndPoint(IPAddress.Parse("10.1.0.1"), ListeningPort));
        _listener.Listen(4096);
    }

    /// <summary>Runs an action in a namespace with a kernel to examine.</summary>
    public static void Run(Action<KernelSubject> action)
    {
        using var ns = TestNamespace.Create();
        NetworkNamespace.RunIn(ns.Name, () =>
        {
            KernelSettings.Apply();
            using var kernel = new KernelSubject();
            ns.Run("ip", "route", "change", "10.9.0.0/16", "dev", "fuzz0", "src", "10.1.0.1", "quickack", "1").MustSucceed();
            action(kernel);
        });
    }

    public void Begin(FourTuple tuple, bool isActive)
    {
        _tuple = tuple;
        _connection?.Dispose();
        _connection = null;
        Answers();
        if (!isActive)
        {
            return;
        }

        _connection = NewSocket();
        _connection.Bind(new IPEndPoint(tuple.Local.ToIPAddress(), tuple.LocalPort));
        Try(() => _connection.Connect(new IPEndPoint(tuple.Remote.ToIPAddress(), tuple.RemotePort)));
    }

    public void Arrive(ReadOnlySpan<byte> packet)
    {
        _tun.Queues[0].Write(packet);
        Accept();
    }

    public void Call(CallStep call)
    {
        if (_connection is not { } socket)
        {
            return;
        }

        Try(() =>
        {
            switch (call.Call)
            {
                case UserCall.Send:
                    socket.Send(Text.AsSpan(0, call.Octets));
                    break;
                case UserCall.Receive:
                    while (socket.Poll(0, SelectMode.SelectRead) && socket.Receive(_packet) > 0)
                    {
                    }

                    break;
                case UserCall.CloseSend:
                    socket.Shutdown(SocketShutdown.Send);
                    break;
                case UserCall.Close:
                    Release();
                    break;
                case UserCall.Abort:
                    socket.LingerState = new LingerOption(true, 0);
                    Release();
                    break;
            }
        });
    }

    public IReadOnlyList<SegmentCopy> Answers()
    {
        List<SegmentCopy> answers = [];
        for (int length; (length = _tun.Queues[0].Read(_packet)) > 0;)
        {
            if (PacketReader.Read(_packet.AsSpan(0, length), out var packet) == DropReason.None && packet.Kind == PacketKind.Tcp && packet.Tuple.Reversed == _tuple)
            {
                answers.Add(Answer.Of(in packet.Tcp));
            }
        }

        return answers;
    }

    public void End() => Call(new CallStep(UserCall.Abort));

    public void Dispose()
    {
        _connection?.Dispose();
        _listener.Dispose();
        _tun.Dispose();
    }

    private static Socket NewSocket()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { Blocking = false, ReceiveBufferSize = ReceiveBuffer, NoDelay = true };
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.OutOfBandInline, true);
        return socket;
    }

    private void Accept()
    {
        while (_listener.Poll(0, SelectMode.SelectRead))
        {
            var accepted = _listener.Accept();
            _connection?.Dispose();
            accepted.Blocking = false;
            accepted.NoDelay = true;
            _connection = accepted;
        }
    }

    private void Release()
    {
        _connection!.Dispose();
        _connection = null;
    }

    private static void Try(Action call)
    {
        try
        {
            call();
        }
        catch (SocketException)
        {
            // the connection is over, or not yet open: its packets tell
        }
    }
}
