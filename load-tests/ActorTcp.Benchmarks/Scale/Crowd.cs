using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>One shard of the real stack and many peers, each on an address and port of its own, that speak in batches.</summary>
internal sealed class Crowd
{
    public const ushort EchoPort = 7;
    public const ushort ClosePort = 9;
    private const uint FirstAddress = 0x0A4E0000;
    private const ushort FirstPort = 1024;
    private const int PortsOfAnAddress = 16;
    private readonly ushort _port;
    private readonly uint[] _next;
    private readonly uint[] _sent;
    private readonly BatchDevice _device;
    private readonly Meter _meter;

    /// <param name="port">Which service all peers speak to.</param>
    public Crowd(int size, ushort port, TimeProvider time, bool keepHistory = false)
    {
        (Size, _port) = (size, port);
        (_next, _sent) = (new uint[size], new uint[size]);
        _device = new BatchDevice(_next);
        Stack = new TcpStack(new TcpStackOptions { KeepHistory = keepHistory, Seed = 1, Time = time }, [new StackQueue(_device, NoParking.Instance)]);
        _meter = new Meter(Stack, _device);
        Stack.ListenAsync(new ListenOptions { Port = EchoPort, Protocol = new Echo() }).GetAwaiter().GetResult();
        Stack.ListenAsync(new ListenOptions { Port = ClosePort, Protocol = new Close() }).GetAwaiter().GetResult();
    }

    public int Size { get; }

    public TcpStack Stack { get; }

    public static int NumberOf(uint address, ushort port) => (int)(address - FirstAddress) * PortsOfAnAddress + (port - FirstPort);

    /// <summary>The three-way handshakes of all peers from one number to before another.</summary>
    public void Connect(int from, int to)
    {
        for (; from < to; from += BatchDevice.Most)
        {
            var end = Math.Min(from + BatchDevice.Most, to);
            SendAll(from, end, ControlBits.Syn);
            SendAll(from, end, ControlBits.Ack);
        }
    }

    public void SendAll(int from, int to, ControlBits control, ReadOnlySpan<byte> text = default)
    {
        for (var peer = from; peer < to; peer++)
        {
            Send(peer, control, text);
        }

        Turn();
    }

    /// <summary>Adds a segment to the batch; a full batch is handled at once.</summary>
    public void Send(int peer, ControlBits control, ReadOnlySpan<byte> text = default)
    {
        var tuple = new FourTuple(IpAddr.FromV4(FirstAddress + (uint)(peer / PortsOfAnAddress)), (ushort)(FirstPort + peer % PortsOfAnAddress), IpAddr.FromV4(0x0A4D0001), _port);
        var segment = new Segment { Seq = new SeqNum(_sent[peer]), Ack = new SeqNum(_next[peer]), Control = control, Wnd = 65535, Text = text };
        _device.Add(in tuple, in segment);
        _sent[peer] += segment.Len;
        if (_device.Count == BatchDevice.Most)
        {
            Turn();
        }
    }

    /// <inheritdoc cref="Meter.Turn"/>
    public bool Turn() => _meter.Turn();

    public Cost Measure(Action action) => _meter.Measure(action);
}
