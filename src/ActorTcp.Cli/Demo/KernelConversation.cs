using System.Net;
using System.Net.Sockets;
using ActorTcp.Lab;
using ActorTcp.Linux;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>A client of the Linux kernel talks to our stack behind a TUN device, in a network namespace of their own.</summary>
internal sealed class KernelConversation
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private readonly Guest _server = new();
    private readonly List<TcpState> _told = [];

    /// <exception cref="UnauthorizedAccessException">No namespace can be made.</exception>
    /// <exception cref="IOException">No device can be had.</exception>
    public static Conversation Hold(DemoOptions options)
    {
        Conversation? held = null;
        NetworkNamespace.RunInNew(() => held = new KernelConversation().Run(options));
        return held!;
    }

    private Conversation Run(DemoOptions options)
    {
        using var tun = TunInterface.Open(new TunOptions { HostAddresses = [Sockets.Client], Routes = [Sockets.Prefix] });
        using var parking = new PollParking(tun.Queues[0].Fd);
        var device = new MeasuringDevice(options.Captured(tun.Queues[0], TimeProvider.System));
        var stack = new TcpStack(new TcpStackOptions { Seed = options.Seed }, [new StackQueue(device, parking)]);
        device.Watch(stack);
        stack.Start();
        stack.ListenAsync(new ListenOptions { Port = (ushort)Sockets.Server.Port, Protocol = _server }).Wait();
        var client = Talk();
        var eager = TalkAtOnce();
        stack.DisposeAsync().AsTask().Wait();

        var whole = _server.Histories[0];
        return new Conversation(
            "A client of the Linux kernel, in a network namespace of its own, connects to our stack behind a TUN device.",
            Draw(whole, client).NotingCosts(device.Costs),
            Draw(_server.Histories[1], eager),
            Conversation.Isn(whole, HistoryEntryKind.SegmentIn),
            Conversation.Isn(whole, HistoryEntryKind.SegmentOut),
            device.Costs[0],
            _told);
    }

    private IPEndPoint Talk()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Connect(Sockets.Server);
        var local = (IPEndPoint)socket.LocalEndPoint!;
        Ask(TcpState.Established, local.Port);
        Exchange(socket);
        socket.Shutdown(SocketShutdown.Send);
        _server.PeerHasClosed.Wait(Patience);
        Ask(TcpState.FinWait2, local.Port);
        _server.Connections[0].Notify();
        _server.HasEnded.Wait(Patience);
        Ask(TcpState.TimeWait, local.Port);
        return local;
    }

    /// <summary>tcp(7): without TCP_QUICKACK the kernel keeps step 3 back until there is text to send with it.</summary>
    private IPEndPoint TalkAtOnce()
    {
        const int TCP_QUICKACK = 12;
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.SetRawSocketOption((int)SocketOptionLevel.Tcp, TCP_QUICKACK, BitConverter.GetBytes(0));
        socket.Connect(Sockets.Server);
        Exchange(socket);
        var local = (IPEndPoint)socket.LocalEndPoint!;
        socket.Shutdown(SocketShutdown.Send);
        _server.PeerHasClosed.Wait(Patience);
        _server.Connections[1].Notify();
        _server.HasEnded.Wait(Patience);
        return local;
    }

    private static void Exchange(Socket socket)
    {
        var answer = new byte[Conversation.Request.Length];
        socket.Send(Conversation.Request);
        for (var received = 0; received < answer.Length;)
        {
            received += socket.Receive(answer.AsSpan(received));
        }
    }

    private void Ask(TcpState expected, int port)
    {
        if (KernelTable.Await(expected, port) is { } state)
        {
            _told.Add(state);
        }
    }

    private static Ladder Draw(HistoryEntry[] byTheServer, IPEndPoint client) => Ladder.Of(
        new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), byTheServer),
        Sockets.Caption("client: Linux", client));
}
