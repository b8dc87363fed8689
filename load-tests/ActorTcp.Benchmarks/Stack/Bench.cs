using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>One shard of the real stack with peers made by hand: no kernel, no thread, no other clock than the machine's.</summary>
internal sealed class Bench
{
    public const ushort EchoPort = 7;
    public const ushort ClosePort = 9;
    private readonly TcpStack _stack;

    public Bench(bool keepHistory)
    {
        _stack = new TcpStack(new TcpStackOptions { KeepHistory = keepHistory, Seed = 1 }, [new StackQueue(Device, NoParking.Instance)]);
        _stack.ListenAsync(new ListenOptions { Port = EchoPort, Protocol = new Echo() }).GetAwaiter().GetResult();
        _stack.ListenAsync(new ListenOptions { Port = ClosePort, Protocol = new Close() }).GetAwaiter().GetResult();
    }

    public PeerDevice Device { get; } = new();

    public TcpStack Stack => _stack;

    /// <summary>The n-th peer's view of its connection: another address for each, as a load test would have it.</summary>
    public static FourTuple Peer(int n, ushort port) =>
        new(IpAddr.FromV4(0x0A4E0000u + (uint)(n >> 4)), (ushort)(1024 + (n & 15)), IpAddr.FromV4(0x0A4D0001), port);

    /// <summary>The three-way handshake.</summary>
    /// <returns>The sequence number that the peer acknowledges next.</returns>
    public SeqNum Connect(in FourTuple peer)
    {
        Exchange(in peer, new Segment { Seq = new SeqNum(100), Control = ControlBits.Syn, Wnd = 65535 });
        var next = Device.Answer.Tcp.Seq + 1;
        Exchange(in peer, new Segment { Seq = new SeqNum(101), Ack = next, Control = ControlBits.Ack, Wnd = 65535 });
        return next;
    }

    public void Exchange(in FourTuple peer, in Segment segment)
    {
        Device.Send(in peer, in segment);
        _stack.RunOnce();
    }
}
